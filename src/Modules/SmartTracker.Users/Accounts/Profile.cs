using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Accounts;

/// <summary>What users tell of themselves: what they are called, their language, light or dark.</summary>
public sealed class Profile(UserManager<User> users, IStringLocalizer<Texts> texts)
{
    public async Task<IdentityResult> ChangeAsync(UserId id, string? fullName, string? language, string? theme, CancellationToken cancellationToken)
    {
        if (!Preferences.IsLanguage(language))
            return Refuse("Language", "There is no such language here. Choose German or English.");
        if (!Preferences.IsTheme(theme))
            return Refuse("Theme", "There is no such appearance. Choose light, dark, or that of the system.");

        cancellationToken.ThrowIfCancellationRequested();
        var user = (await users.FindByIdAsync(id.ToString()))!;
        user.FullName = string.IsNullOrWhiteSpace(fullName) ? null : fullName.Trim();
        (user.Language, user.Theme) = (language, theme);
        return await users.UpdateAsync(user);
    }

    /// <summary>Notes what was chosen in the menu; what is not offered is ignored.</summary>
    public async Task PreferAsync(UserId id, string? language, string? theme, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return;
        user.Language = Preferences.IsLanguage(language) ? language : user.Language;
        user.Theme = Preferences.IsTheme(theme) ? theme : user.Theme;
        await users.UpdateAsync(user);
    }

    private IdentityResult Refuse(string field, string reason) => IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}
