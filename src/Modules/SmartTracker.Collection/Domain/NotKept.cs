namespace SmartTracker.Collection.Domain;

/// <summary>Names that were said and not kept. Stable: stored by name.</summary>
[Flags]
public enum NotKept
{
    User = 1,
    Job = 2,
}
