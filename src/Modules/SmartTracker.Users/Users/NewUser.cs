namespace SmartTracker.Users.Users;

/// <summary>Somebody who shall be able to sign in.</summary>
public sealed record NewUser(string UserName, string? Email, string Password, IReadOnlyCollection<string> Roles);
