using Microsoft.AspNetCore.Http;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Light or dark as the user chose it. The cookie is written by <c>~/preferences</c>; without it the system decides.</summary>
public static class Appearance
{
    public const string CookieName = "st_theme";

    /// <summary><c>light</c>, <c>dark</c>, or <c>system</c> for anything else.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies[CookieName] is "light" or "dark" ? request.Cookies[CookieName]! : "system";
}
