using NodaTime;

namespace SmartTracker.Users.Domain;

/// <summary>Identifies a one-time link; not the secret in it.</summary>
public readonly record struct LinkId(Guid Value) : SmartTracker.Abstractions.Data.IEntityId<LinkId>
{
    public static LinkId From(Guid value) => new(value);
}

/// <summary>What a one-time link lets somebody do.</summary>
public enum LinkPurpose
{
    Invitation,
    PasswordReset,
    EmailChange,
}

/// <summary>Whether a link still works, and if not, why.</summary>
public enum LinkState
{
    Valid,
    Unknown,
    Expired,
    Used,
    Withdrawn,
}

/// <summary>A link in a letter: works once, until a time, for one user and one purpose. Only the hash of its secret is kept.</summary>
public sealed class OneTimeLink
{
    public LinkId Id { get; init; } = new(Guid.CreateVersion7());

    public required UserId UserId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>The address it was sent to; for a change of address the new one.</summary>
    public string? Email { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant ExpiresAt { get; init; }

    public Instant? UsedAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    public LinkState StateAt(Instant now) => this switch
    {
        { UsedAt: not null } => LinkState.Used,
        { WithdrawnAt: not null } => LinkState.Withdrawn,
        _ => ExpiresAt <= now ? LinkState.Expired : LinkState.Valid,
    };

    public static Duration Lifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invitation => Duration.FromDays(7),
        LinkPurpose.EmailChange => Duration.FromDays(1),
        _ => Duration.FromHours(1),
    };
}
