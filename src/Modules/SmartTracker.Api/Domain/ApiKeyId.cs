using SmartTracker.Abstractions.Data;

namespace SmartTracker.Api.Domain;

/// <summary>Identifies an API key, over all tenants.</summary>
public readonly record struct ApiKeyId(Guid Value) : IEntityId<ApiKeyId>
{
    public static ApiKeyId New() => new(Guid.CreateVersion7());

    public static ApiKeyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
