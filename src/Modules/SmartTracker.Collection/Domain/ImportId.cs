using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Domain;

/// <summary>Identifies one import of print jobs.</summary>
public readonly record struct ImportId(Guid Value) : IEntityId<ImportId>
{
    public static ImportId New() => new(Guid.CreateVersion7());

    public static ImportId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
