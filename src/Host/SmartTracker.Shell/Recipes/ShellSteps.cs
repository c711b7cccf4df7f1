using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Recipes;

/// <summary>The steps that change what the shell itself is: <c>feature</c>, <c>themes</c> and <c>settings</c>. They are worked out on a copy
/// of the settings, so that the other steps can be tried on the shell as it will be.</summary>
internal sealed class ShellSteps(FeatureCatalog catalog)
{
    public static bool Knows(string name) => name.ToLowerInvariant() is "feature" or "themes" or "settings";

    public ShellSettings Apply(ShellSettings settings, JsonObject step, List<string> changes) => step["name"]!.ToString().ToLowerInvariant() switch
    {
        "feature" => Features(settings, step, changes),
        "themes" => Themes(settings, step, changes),
        _ => Settings(settings, step, changes),
    };

    private ShellSettings Features(ShellSettings settings, JsonObject step, List<string> changes)
    {
        var features = settings.Features.ToList();
        foreach (var id in Names(step, "enable").Select(id => Known(id, settings)))
        {
            if (features.Contains(id))
                continue;
            features.Add(id);
            changes.Add($"+ feature {id}");
        }

        foreach (var id in Names(step, "disable").Select(id => Known(id, settings)).Where(features.Remove))
            changes.Add($"- feature {id}");
        return settings with { Features = features };
    }

    private ShellSettings Themes(ShellSettings settings, JsonObject step, List<string> changes)
    {
        var site = settings.Site with
        {
            AdminTheme = Theme("admin", settings.Site.AdminTheme),
            SiteTheme = Theme("site", settings.Site.SiteTheme),
        };
        if (site != settings.Site)
            changes.Add($"themes: {site.AdminTheme}, {site.SiteTheme}");
        return settings with { Site = site };

        string Theme(string key, string current)
        {
            if (step[key] is not { } value)
                return current;
            return catalog.Find(value.ToString()) is { IsTheme: true } theme
                ? theme.Id
                : throw new RecipeException($"The step 'themes' names the {key} theme '{value}', which does not exist.");
        }
    }

    private static ShellSettings Settings(ShellSettings settings, JsonObject step, List<string> changes)
    {
        var site = settings.Site;
        foreach (var (key, value) in step.Where(pair => pair.Key != "name"))
        {
            var text = value?.ToString() ?? "";
            var before = site;
            site = key switch
            {
                "SiteName" when text.Trim().Length > 0 => site with { SiteName = text.Trim() },
                "TimeZoneId" when DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null => site with { TimeZoneId = text },
                "Currency" when IsCurrency(text) => site with { Currency = text },
                "Culture" when text is "de" or "en" => site with { Culture = text },
                "AccentHue" when Number(text) is { } hue and >= 0 and < 360 => site with { AccentHue = hue },
                "AccentChroma" when Number(text) is { } chroma and >= 0 and <= 0.4m => site with { AccentChroma = chroma },
                "SiteName" or "TimeZoneId" or "Currency" or "Culture" or "AccentHue" or "AccentChroma" =>
                    throw new RecipeException($"The step 'settings' has the {key} '{text}'. Expected is {Expected(key)}."),
                _ => throw new RecipeException($"The step 'settings' has the unknown entry '{key}'. Known are SiteName, TimeZoneId, Currency, Culture, AccentHue, AccentChroma."),
            };
            if (site != before)
                changes.Add($"{key}: {text}");
        }

        return settings with { Site = site };
    }

    private static string Expected(string key) => key switch
    {
        "TimeZoneId" => "a zone of the IANA database such as Europe/Berlin",
        "Currency" => "an ISO 4217 code such as EUR",
        "Culture" => "de or en",
        "AccentHue" => "a number from 0 to below 360",
        "AccentChroma" => "a number from 0 to 0.4",
        _ => "a text",
    };

    private string Known(string id, ShellSettings settings) => catalog.Find(id) switch
    {
        null => throw new RecipeException($"The step 'feature' names the feature '{id}', which does not exist. Known are: {string.Join(", ", catalog.All.Select(feature => feature.Id))}."),
        { DefaultTenantOnly: true } when !settings.IsDefault => throw new RecipeException($"The step 'feature' names the feature '{id}', which only the Default tenant can have."),
        var feature => feature.Id,
    };

    private static IEnumerable<string> Names(JsonObject step, string key) => step[key] switch
    {
        null => [],
        JsonArray names => names.Select(name => name?.ToString() ?? ""),
        _ => throw new RecipeException($"The step 'feature' needs a list of feature ids under '{key}'."),
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper) && new Currency(text).Code == text;
}
