namespace SmartTracker.Abstractions.Data;

/// <summary>An id of ours: a UUIDv7 made by the client, so unique over tenants and in order of creation.
/// Declare <c>readonly record struct PrinterId(Guid Value) : IEntityId&lt;PrinterId&gt;</c> with <c>static PrinterId From(Guid value) => new(value)</c>.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
