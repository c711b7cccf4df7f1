namespace SmartTracker.Abstractions.Api;

/// <summary>Describes a body that the action reads itself, as a stream.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiBodyAttribute(params string[] contentTypes) : Attribute
{
    public IReadOnlyList<string> ContentTypes { get; } = contentTypes;
}
