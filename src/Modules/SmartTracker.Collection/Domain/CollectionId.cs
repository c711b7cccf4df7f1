using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Domain;

/// <summary>Identifies one collection from one printer.</summary>
public readonly record struct CollectionId(Guid Value) : IEntityId<CollectionId>
{
    public static CollectionId New() => new(Guid.CreateVersion7());

    public static CollectionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
