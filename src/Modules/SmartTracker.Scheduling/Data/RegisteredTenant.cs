namespace SmartTracker.Scheduling.Data;

/// <summary>A tenant whose works are in the table, as they were with this stamp of its settings and our code.</summary>
public sealed class RegisteredTenant
{
    public required string Tenant { get; init; }

    public required string Stamp { get; init; }
}
