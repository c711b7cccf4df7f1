using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Shell.Setup;

/// <summary>Names each field of the setup page that cannot stay as it is, and says what to do.</summary>
public sealed class SetupCheck(IFirstUserRules users, IStringLocalizer<Texts> texts)
{
    private const int LongestName = 100;

    public void Check(SetupForm form, string tenant, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var name = form.SiteName?.Trim() ?? "";
        Require(nameof(form.SiteName), name.Length is > 0 and <= LongestName, texts["Give the site a name of 1 to {0} characters, such as your company's.", LongestName]);
        Require(nameof(form.TimeZoneId), form.TimeZoneId is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null, texts["Choose a time zone such as Europe/Berlin."]);
        Require(nameof(form.Currency), SetupForm.Currencies.Contains(form.Currency ?? ""), texts["Choose a currency such as EUR."]);
        Require(nameof(form.Culture), form.Culture is "de" or "en", texts["Choose German or English."]);
        Require(nameof(form.Database), form.Database is nameof(DatabaseEngine.Sqlite) or nameof(DatabaseEngine.Postgres), texts["Choose where the data is kept."]);
        Require(nameof(form.Recipe), form.Recipes.Any(recipe => recipe.Name == form.Recipe), texts["Choose one of the recipes."]);
        Require(nameof(form.Email), !string.IsNullOrWhiteSpace(form.Email), texts["Give an e-mail address. A forgotten password is replaced through it."]);
        foreach (var flaw in users.Check(form.UserName?.Trim() ?? "", form.Email?.Trim(), form.Password, tenant, name))
            state.AddModelError(flaw.Field, flaw.Sentence);
        Require(nameof(form.PasswordAgain), form.Password == form.PasswordAgain, texts["The two passwords differ. Type the same one twice."]);

        void Require(string field, bool holds, LocalizedString sentence)
        {
            if (!holds)
                state.AddModelError(field, sentence);
        }
    }
}
