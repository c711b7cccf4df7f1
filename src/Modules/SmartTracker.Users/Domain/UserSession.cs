using NodaTime;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Users.Domain;

/// <summary>Identifies a session; the sign-in ticket carries it.</summary>
public readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static SessionId New() => new(Guid.CreateVersion7());

    public static SessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Somebody is signed in on a browser. Without its row the session ends at its next check.</summary>
public sealed class UserSession
{
    public SessionId Id { get; init; } = SessionId.New();

    public required UserId UserId { get; init; }

    public Instant StartedAt { get; init; }

    public Instant LastSeenAt { get; set; }

    /// <summary>Where it was started from, as the user may recognise it.</summary>
    public string Address { get; init; } = "";

    /// <summary>The browser and system in words, such as <c>Firefox, Windows</c>; empty where the browser does not say.</summary>
    public string Browser { get; init; } = "";
}
