using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>A tenant as its two files hold it: identity and address in <c>tenants.json</c>, the rest in its own <c>appsettings.json</c>.</summary>
internal static class TenantJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ShellSettings Read(string name, JsonObject tenant, JsonObject site)
    {
        var settings = new ShellSettings
        {
            Name = name,
            State = Enum.Parse<TenantState>(Text(tenant, nameof(ShellSettings.State), nameof(TenantState.Uninitialized))),
            RequestUrlHost = Text(tenant, nameof(ShellSettings.RequestUrlHost)),
            RequestUrlPrefix = Text(tenant, nameof(ShellSettings.RequestUrlPrefix)),
            TenantId = Text(tenant, nameof(ShellSettings.TenantId)),
            VersionId = Text(tenant, nameof(ShellSettings.VersionId)),
            DatabaseProvider = Enum.Parse<DatabaseEngine>(Text(site, nameof(ShellSettings.DatabaseProvider), nameof(DatabaseEngine.Sqlite))),
            ConnectionString = Text(site, nameof(ShellSettings.ConnectionString)),
            TablePrefix = Text(site, nameof(ShellSettings.TablePrefix)),
            Schema = Text(site, nameof(ShellSettings.Schema)),
            RecipeName = Text(site, nameof(ShellSettings.RecipeName)),
            Secret = Text(site, nameof(ShellSettings.Secret)),
            Features = site[nameof(ShellSettings.Features)]?.Deserialize<string[]>(Options) ?? [],
            Site = site[nameof(ShellSettings.Site)]?.Deserialize<SiteSettings>(Options) ?? new(),
        };
        foreach (var known in Site(settings with { Other = [] }).Select(pair => pair.Key).ToArray())
            site.Remove(known);
        return settings with { Other = site };
    }

    public static JsonObject Tenant(ShellSettings settings) => new()
    {
        [nameof(settings.State)] = settings.State.ToString(),
        [nameof(settings.RequestUrlHost)] = settings.RequestUrlHost,
        [nameof(settings.RequestUrlPrefix)] = settings.RequestUrlPrefix,
        [nameof(settings.TenantId)] = settings.TenantId,
        [nameof(settings.VersionId)] = settings.VersionId,
    };

    public static JsonObject Site(ShellSettings settings)
    {
        var json = new JsonObject
        {
            [nameof(settings.DatabaseProvider)] = settings.DatabaseProvider.ToString(),
            [nameof(settings.ConnectionString)] = settings.ConnectionString,
            [nameof(settings.TablePrefix)] = settings.TablePrefix,
            [nameof(settings.Schema)] = settings.Schema,
            [nameof(settings.RecipeName)] = settings.RecipeName,
            [nameof(settings.Secret)] = settings.Secret,
            [nameof(settings.Features)] = JsonSerializer.SerializeToNode(settings.Features, Options),
            [nameof(settings.Site)] = JsonSerializer.SerializeToNode(settings.Site, Options),
        };
        foreach (var (key, value) in settings.Other)
            json[key] = value?.DeepClone();
        return json;
    }

    private static string Text(JsonObject json, string key, string otherwise = "") => (string?)json[key] ?? otherwise;
}
