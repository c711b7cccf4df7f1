using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Identifies a print job, over all tenants.</summary>
public readonly record struct PrintJobId(Guid Value) : IEntityId<PrintJobId>
{
    public static PrintJobId New() => new(Guid.CreateVersion7());

    public static PrintJobId From(Guid value) => new(value);

    // In order of creation, so that lists go on where they ended.
    public static bool operator <(PrintJobId left, PrintJobId right) => left.Value < right.Value;

    public static bool operator >(PrintJobId left, PrintJobId right) => left.Value > right.Value;

    public override string ToString() => Value.ToString();
}
