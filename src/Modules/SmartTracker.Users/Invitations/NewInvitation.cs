namespace SmartTracker.Users.Invitations;

/// <summary>Somebody who shall set the own password through a letter.</summary>
public sealed record NewInvitation(string Email, string? FullName, string? Language, IReadOnlyCollection<string> Roles);
