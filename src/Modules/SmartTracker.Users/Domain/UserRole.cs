namespace SmartTracker.Users.Domain;

/// <summary>A user holds a role.</summary>
public sealed class UserRole
{
    public required UserId UserId { get; init; }

    public required string RoleName { get; init; }
}
