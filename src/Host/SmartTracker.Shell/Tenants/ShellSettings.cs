using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>What is stored on disk about one tenant: identity and address in <c>tenants.json</c> (Orchard's keys), everything else in
/// <c>Sites/{tenant}/appsettings.json</c>.</summary>
public sealed record ShellSettings
{
    public required string Name { get; init; }

    public TenantState State { get; init; } = TenantState.Uninitialized;

    /// <summary>Comma-separated hosts, with or without port, or <c>*.sub.example</c>; empty for any.</summary>
    public string RequestUrlHost { get; init; } = "";

    public string RequestUrlPrefix { get; init; } = "";

    public string TenantId { get; init; } = Guid.CreateVersion7().ToString("N");

    public string VersionId { get; init; } = NewVersion();

    public DatabaseEngine DatabaseProvider { get; init; } = DatabaseEngine.Sqlite;

    /// <summary>Empty on SQLite (the file lies in the tenant's folder) and where the host's PostgreSQL is used.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Kept for Orchard's files; tables are not prefixed, each tenant has its own file or schema.</summary>
    public string TablePrefix { get; init; } = "";

    public string Schema { get; init; } = "";

    public string RecipeName { get; init; } = "";

    /// <summary>Reserved for the setup link; empty once the tenant is set up.</summary>
    public string Secret { get; init; } = "";

    public IReadOnlyList<string> Features { get; init; } = [];

    public SiteSettings Site { get; init; } = new();

    /// <summary>Anything else in the tenant's file: options of modules.</summary>
    public JsonObject Other { get; init; } = [];

    public bool IsDefault => Name == Tenant.DefaultName;

    public static string NewVersion() => Guid.NewGuid().ToString("N");

    public TenantOverview ToOverview() =>
        new(Name, Site.SiteName is "" ? Name : Site.SiteName, State, RequestUrlPrefix, RequestUrlHost, VersionId, RecipeName, Features);
}

/// <summary>How a tenant presents itself; changed by the recipe steps <c>settings</c> and <c>themes</c>.</summary>
public sealed record SiteSettings
{
    public string SiteName { get; init; } = "";

    /// <summary>A name of the IANA time-zone database.</summary>
    public string TimeZoneId { get; init; } = "Europe/Berlin";

    public string Currency { get; init; } = "EUR";

    public string Culture { get; init; } = "de";

    /// <summary>OKLCH hue in degrees.</summary>
    public decimal AccentHue { get; init; } = 245;

    /// <summary>OKLCH chroma, 0.02 to 0.14.</summary>
    public decimal AccentChroma { get; init; } = 0.045m;

    public string SiteTheme { get; init; } = "SmartTracker.Theme.Portal";

    public string AdminTheme { get; init; } = "SmartTracker.Theme.Admin";
}
