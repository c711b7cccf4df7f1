using NodaTime;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Api.Domain;

/// <summary>What lets another program in. The secret itself is shown once and not kept.</summary>
public sealed class ApiKey
{
    /// <summary>How the keys look.</summary>
    public static readonly KeyKind Kind = new("st_", ChecksPrefix: false);

    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private set; }

    public string PublicId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Role ids separated by line feeds; what they grant is read at each request.</summary>
    public string RoleList { get; private set; } = "";

    public Instant CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>From then on it lets nobody in; null is never.</summary>
    public Instant? ExpiresAt { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <summary>To within a minute.</summary>
    public Instant? LastUsedAt { get; private set; }

    public IReadOnlyList<string> Roles => RoleList.Split('\n');

    public static ApiKey Create(KeyText text, NewApiKey key, Instant at)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        return new ApiKey
        {
            Id = ApiKeyId.New(),
            PublicId = text.PublicId,
            SecretHash = text.Hash(),
            Name = key.Name,
            RoleList = string.Join('\n', key.Roles),
            CreatedAt = at,
            CreatedBy = key.CreatedBy,
            ExpiresAt = key.ExpiresAt,
        };
    }

    public bool Is(KeyText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Matches(SecretHash);
    }

    public ApiKeyState State(Instant now) =>
        RevokedAt is not null ? ApiKeyState.Revoked : ExpiresAt <= now ? ApiKeyState.Expired : ApiKeyState.Active;

    /// <summary>A revoked key never comes back.</summary>
    public void Revoke(string by, Instant at)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = at;
        RevokedBy = by;
    }
}

public enum ApiKeyState
{
    Active,
    Expired,
    Revoked,
}

/// <param name="CreatedBy">Who asked for it, as it is shown.</param>
public sealed record NewApiKey(string Name, IReadOnlyList<string> Roles, Instant? ExpiresAt, string CreatedBy);
