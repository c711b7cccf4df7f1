using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Accounts;

/// <summary>Language and light or dark, kept in the browser. What is not offered is ignored.</summary>
[AllowAnonymous]
public sealed class PreferencesController : Controller
{
    public const string CultureCookie = "st_culture";
    public const string ThemeCookie = "st_theme";

    [HttpPost("preferences")]
    public IActionResult Save(string? culture, string? theme, string? returnUrl)
    {
        if (culture is "de" or "en")
            Keep(CultureCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        if (theme is "light" or "dark" or "system")
            Keep(ThemeCookie, theme);
        return LocalRedirect(ReturnUrl.Safe(returnUrl, Request.PathBase));
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = Request.PathBase.HasValue ? Request.PathBase.Value : "/",
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        Secure = Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    });
}
