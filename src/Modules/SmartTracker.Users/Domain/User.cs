using NodaTime;

namespace SmartTracker.Users.Domain;

/// <summary>Somebody who signs in to one tenant.</summary>
public sealed class User
{
    private string? _fullName;

    public UserId Id { get; init; } = UserId.New();

    public required string UserName { get; set; }

    /// <summary>Unique in the tenant; what a sign-in is looked up by.</summary>
    public string NormalizedUserName { get; set; } = "";

    /// <summary>What the person is called, where it was told.</summary>
    public string? FullName
    {
        get => _fullName;
        set => (_fullName, NormalizedFullName) = (value, value?.ToUpperInvariant());
    }

    /// <summary>What the list is searched by: SQLite folds the case of ASCII letters only.</summary>
    public string? NormalizedFullName { get; private set; }

    public string? Email { get; set; }

    /// <summary>Unique in the tenant where there is one.</summary>
    public string? NormalizedEmail { get; set; }

    /// <summary>Null until a password is set: nobody can sign in as this user.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the state; a session that carries another one ends.</summary>
    public string SecurityStamp { get; set; } = "";

    public bool IsEnabled { get; set; } = true;

    /// <summary>Wrong tries from devices that the user has not signed in on.</summary>
    public int FailedTries { get; set; }

    public Instant? LockedUntil { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant? LastSignInAt { get; set; }

    /// <summary><c>de</c> or <c>en</c>; null takes the tenant's.</summary>
    public string? Language { get; set; }

    /// <summary><c>light</c>, <c>dark</c> or <c>system</c>; null was never chosen.</summary>
    public string? Theme { get; set; }

    public List<UserRole> Roles { get; init; } = [];

    public IEnumerable<string> RoleNames => Roles.Select(role => role.RoleName).Order(StringComparer.Ordinal);

    /// <summary>How to address the person.</summary>
    public string CalledName => FullName ?? UserName;

    public UserState StateAt(Instant now) => this switch
    {
        { IsEnabled: false } => UserState.Disabled,
        { PasswordHash: null } => UserState.Invited,
        _ when LockedUntil > now => UserState.Locked,
        _ => UserState.Active,
    };
}

/// <summary>What a user can do at the moment.</summary>
public enum UserState
{
    Active,

    /// <summary>Has no password yet.</summary>
    Invited,

    /// <summary>Paused after wrong tries; known devices still get in.</summary>
    Locked,

    Disabled,
}
