using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Abstractions;

/// <summary>Identifies a registered printer, over all tenants.</summary>
public readonly record struct PrinterId(Guid Value) : IEntityId<PrinterId>
{
    public static PrinterId New() => new(Guid.CreateVersion7());

    public static PrinterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
