using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <param name="MayChange">The reader may edit users and holds at least this one's permissions.</param>
public sealed record UserPage(User User, bool IsSelf, bool MayChange);
