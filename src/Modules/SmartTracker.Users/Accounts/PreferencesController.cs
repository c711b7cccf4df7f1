using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Security;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Accounts;

/// <summary>Language and light or dark: kept in the browser, and with the user where somebody is signed in.</summary>
[AllowAnonymous]
public sealed class PreferencesController(Preferences preferences, Profile profile, IStringLocalizer<Texts> texts) : Controller
{
    [HttpPost("preferences")]
    public async Task<IActionResult> Save(string? culture, string? theme, string? returnUrl, CancellationToken cancellationToken)
    {
        if (culture is not null && !Preferences.IsLanguage(culture))
            TempData["Problem"] = texts["There is no such language here. Choose German or English."].Value;
        if (theme is not null && !Preferences.IsTheme(theme))
            TempData["Problem"] = texts["There is no such appearance. Choose light, dark, or that of the system."].Value;

        preferences.Keep(culture, theme);
        if (User.Identity?.IsAuthenticated == true)
            await profile.PreferAsync(User.RequiredId(), culture, theme, cancellationToken);
        return LocalRedirect(ReturnUrl.Safe(returnUrl, Request.PathBase));
    }
}
