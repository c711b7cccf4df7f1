using SmartTracker.Abstractions.Data;

namespace SmartTracker.Users.Domain;

/// <summary>Identifies a user, over all tenants.</summary>
public readonly record struct UserId(Guid Value) : IEntityId<UserId>
{
    public static UserId New() => new(Guid.CreateVersion7());

    public static UserId From(Guid value) => new(value);

    public static bool TryParse(string? text, out UserId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
