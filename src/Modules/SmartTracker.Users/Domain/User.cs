using NodaTime;

namespace SmartTracker.Users.Domain;

/// <summary>Somebody who signs in to one tenant.</summary>
public sealed class User
{
    public UserId Id { get; init; } = UserId.New();

    public required string UserName { get; set; }

    /// <summary>Unique in the tenant; what a sign-in is looked up by.</summary>
    public string NormalizedUserName { get; set; } = "";

    public string? Email { get; set; }

    /// <summary>Unique in the tenant where there is one.</summary>
    public string? NormalizedEmail { get; set; }

    /// <summary>Null until a password is set: nobody can sign in as this user.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the state; a session that carries another one ends.</summary>
    public string SecurityStamp { get; set; } = "";

    public bool IsEnabled { get; set; } = true;

    public int FailedTries { get; set; }

    public Instant? LockedUntil { get; set; }

    public Instant CreatedAt { get; init; }

    public List<UserRole> Roles { get; init; } = [];

    public IEnumerable<string> RoleNames => Roles.Select(role => role.RoleName).Order(StringComparer.Ordinal);
}
