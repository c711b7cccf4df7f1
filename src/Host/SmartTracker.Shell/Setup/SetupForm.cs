using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Setup;

/// <summary>What the setup page asks for.</summary>
public sealed class SetupForm
{
    public string? SiteName { get; set; }

    public string? TimeZoneId { get; set; }

    public string? Currency { get; set; }

    public string? Culture { get; set; }

    public string? Database { get; set; }

    public string? ConnectionString { get; set; }

    public string? Recipe { get; set; }

    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    /// <summary>What can be chosen; not bound.</summary>
    public IReadOnlyList<RecipeOverview> Recipes { get; internal set; } = [];

    public bool IsPostgres => Database == nameof(DatabaseEngine.Postgres);

    public static IReadOnlyList<string> TimeZones { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(zone => zone.ZoneId).Append("Etc/UTC").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What people spend somewhere today.</summary>
    public static IReadOnlyList<string> Currencies { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper) && code != "XXX").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>As good a guess as the server's own zone and the reader's language allow.</summary>
    public static SetupForm Suggested(IReadOnlyList<RecipeOverview> recipes, string userName) => new()
    {
        TimeZoneId = TimeZones.Contains(TimeZoneInfo.Local.Id) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.Local.Id) is not null && TimeZoneInfo.Local.Id != "Etc/UTC"
            ? TimeZoneInfo.Local.Id
            : "Europe/Berlin",
        Currency = "EUR",
        Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? "de" : "en",
        Database = nameof(DatabaseEngine.Sqlite),
        Recipe = recipes.Count > 0 ? recipes[0].Name : null,
        UserName = userName,
        Recipes = recipes,
    };

    public NewTenant ToNewTenant(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(
            settings.Name,
            Recipe ?? "",
            settings.RequestUrlPrefix,
            settings.RequestUrlHost,
            IsPostgres ? nameof(DatabaseEngine.Postgres) : nameof(DatabaseEngine.Sqlite),
            new Dictionary<string, string>
            {
                ["adminUserName"] = UserName?.Trim() ?? "",
                ["adminEmail"] = Email?.Trim() ?? "",
                ["adminPassword"] = Password ?? "",
            },
            IsPostgres ? ConnectionString?.Trim() ?? "" : "",
            new NewSite(SiteName?.Trim() ?? "", TimeZoneId ?? "", Currency ?? "", Culture ?? ""));
    }
}
