using Microsoft.AspNetCore.Http;

namespace SmartTracker.Users.SignIn;

/// <summary>How this module's own cookies are sent: to this tenant's addresses only, and to no script.</summary>
internal static class TenantCookie
{
    public static CookieOptions For(HttpRequest request, TimeSpan lifetime) => new()
    {
        Path = request.PathBase.HasValue ? request.PathBase.Value : "/",
        MaxAge = lifetime,
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };
}
