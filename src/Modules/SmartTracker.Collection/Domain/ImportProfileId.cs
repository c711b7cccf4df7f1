using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Domain;

/// <summary>Identifies one way of reading files.</summary>
public readonly record struct ImportProfileId(Guid Value) : IEntityId<ImportProfileId>
{
    public static ImportProfileId New() => new(Guid.CreateVersion7());

    public static ImportProfileId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
