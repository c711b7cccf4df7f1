using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Domain;

/// <summary>A place where printers stand.</summary>
public sealed class Site
{
    public SiteId Id { get; init; }

    public required string Name { get; set; }

    public string? Address { get; set; }

    /// <summary>IANA name; null takes the tenant's zone.</summary>
    public string? TimeZoneId { get; set; }
}

public readonly record struct SiteId(Guid Value) : IEntityId<SiteId>
{
    public static SiteId New() => new(Guid.CreateVersion7());

    public static SiteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
