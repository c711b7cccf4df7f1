using Microsoft.AspNetCore.Http;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Light or dark as the user chose it. The cookie is written by <c>~/preferences</c>; without it the system decides.</summary>
public static class Appearance
{
    /// <summary><c>light</c>, <c>dark</c>, or <c>system</c> for anything else.</summary>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chosen = request.Cookies[PreferenceCookies.Theme(request)];
        return chosen is "light" or "dark" ? chosen : "system";
    }
}
