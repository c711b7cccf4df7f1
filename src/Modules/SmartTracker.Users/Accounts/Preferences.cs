using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Users.Domain;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Accounts;

/// <summary>Language and light or dark, kept in the browser so that pages before sign-in have them too.</summary>
public sealed class Preferences(IHttpContextAccessor accessor)
{
    public static bool IsLanguage(string? text) => text is "de" or "en";

    public static bool IsTheme(string? text) => text is "light" or "dark" or "system";

    /// <summary>What the user chose, on whatever browser, holds on this one too. What was never chosen stays as it is.</summary>
    public void Apply(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Keep(user.Language, user.Theme);
    }

    /// <summary>What is not offered is ignored.</summary>
    public void Keep(string? language, string? theme)
    {
        var request = accessor.HttpContext!.Request;
        if (IsLanguage(language))
            Append(PreferenceCookies.Culture(request), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!)));
        if (IsTheme(theme))
            Append(PreferenceCookies.Theme(request), theme!);
    }

    private void Append(string name, string value)
    {
        var http = accessor.HttpContext!;
        http.Response.Cookies.Append(name, value, TenantCookie.For(http.Request, TimeSpan.FromDays(365)));
    }
}
