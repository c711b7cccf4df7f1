using System.Security.Claims;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.SignIn;

/// <summary>The row of <c>user_sessions</c> that a sign-in ticket belongs to.</summary>
internal static class SessionClaim
{
    private const string Type = "session";

    public static Claim For(SessionId id) => new(Type, id.ToString());

    public static SessionId? Session(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Type), out var id) ? new SessionId(id) : null;
}
