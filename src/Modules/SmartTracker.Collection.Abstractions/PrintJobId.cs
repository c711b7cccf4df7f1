using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Identifies a print job, over all tenants.</summary>
public readonly record struct PrintJobId(Guid Value) : IEntityId<PrintJobId>
{
    public static PrintJobId New() => new(Guid.CreateVersion7());

    public static PrintJobId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
