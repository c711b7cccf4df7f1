namespace SmartTracker.Abstractions.Tenants;

/// <summary>What is needed to create a tenant.</summary>
/// <param name="Database"><c>Sqlite</c> or <c>Postgres</c>; empty takes the provider's own database, else the host's default.</param>
/// <param name="Parameters">Values for <c>[js: parameters('…')]</c> in the recipe.</param>
/// <param name="ConnectionString">A PostgreSQL database of its own; empty takes the host's.</param>
/// <param name="Site">Overrules the settings of the recipe.</param>
public sealed record NewTenant(
    string Name,
    string Recipe,
    string UrlPrefix,
    string UrlHost = "",
    string Database = "",
    IReadOnlyDictionary<string, string>? Parameters = null,
    string ConnectionString = "",
    NewSite? Site = null);

/// <summary>How a new tenant presents itself. What is empty stays as the recipe says.</summary>
/// <param name="TimeZoneId">A zone of the IANA database.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Culture"><c>de</c> or <c>en</c>.</param>
public sealed record NewSite(string SiteName = "", string TimeZoneId = "", string Currency = "", string Culture = "");

/// <summary>What may change of a tenant that exists.</summary>
/// <param name="UrlHost">Comma-separated hosts, with or without port; empty for any.</param>
public sealed record TenantEdit(string SiteName, string UrlPrefix, string UrlHost);
