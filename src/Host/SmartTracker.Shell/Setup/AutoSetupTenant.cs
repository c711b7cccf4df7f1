using Microsoft.Extensions.Configuration;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Setup;

/// <summary>One tenant of the auto-setup, under Orchard Core's keys.</summary>
/// <param name="Key">Where it stands in the configuration; every refusal names it.</param>
internal sealed record AutoSetupTenant(string Key, NewTenant Tenant, string UserName, string Email, string Password)
{
    /// <exception cref="TenantRefusedException">Names the key that is missing or wrong and says what to do.</exception>
    public static AutoSetupTenant Read(IConfigurationSection section)
    {
        var (user, email, password) = (Required("AdminUsername"), Required("AdminEmail"), Required("AdminPassword"));
        return new(section.Path, new NewTenant(
            Required("ShellName"),
            Required("RecipeName"),
            Optional("RequestUrlPrefix").Trim('/'),
            Optional("RequestUrlHost"),
            Database(),
            new Dictionary<string, string>
            {
                ["adminUserName"] = user,
                ["adminEmail"] = email,
                ["adminPassword"] = password,
                ["siteName"] = Required("SiteName"),
                ["siteTimeZone"] = TimeZone(),
            },
            Optional("DatabaseConnectionString"),
            new NewSite(Required("SiteName"), TimeZone())), user, email, password);

        string Optional(string key) => section[key]?.Trim() ?? "";

        string Required(string key) => Optional(key) is { Length: > 0 } value ? value : throw Wrong(section, key, "is missing. Set it, or take the tenant out of the list.");

        string TimeZone() => Optional("SiteTimeZone") is var zone && (zone.Length == 0 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
            ? zone
            : throw Wrong(section, "SiteTimeZone", $"is '{zone}', which is no zone of the IANA database. Take one such as Europe/Berlin.");

        string Database() => Optional("DatabaseProvider") switch
        {
            "" => "",
            var provider when Enum.TryParse<DatabaseEngine>(provider, ignoreCase: true, out var engine) => engine.ToString(),
            var provider => throw Wrong(section, "DatabaseProvider", $"is '{provider}', which is not supported. Take Sqlite or Postgres."),
        };
    }

    public TenantRefusedException Wrong(string key, string reason) => new($"{Key}:{key} {reason}");

    private static TenantRefusedException Wrong(IConfigurationSection section, string key, string reason) => new($"{section.Path}:{key} {reason}");
}
