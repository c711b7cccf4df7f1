using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <param name="MayChange">The reader may edit users and holds at least this one's permissions.</param>
/// <param name="Invitation">The latest one, where the user has no password yet.</param>
public sealed record UserPage(
    User User, UserState State, bool IsSelf, bool MayChange, OneTimeLink? Invitation, LinkState InvitationState, IReadOnlyList<UserSession> Sessions);
