using System.ComponentModel;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants.Api;

/// <summary>A tenant of the installation.</summary>
[ApiExample("""{ "name": "nordplan", "siteName": "Nordplan Architekten", "state": "running", "urlPrefix": "nordplan", "urlHost": "", "recipe": "customer", "features": [ "SmartTracker.Printers" ] }""")]
public sealed record TenantResource(
    string Name,
    [property: Description("What people call it.")] string SiteName,
    TenantState State,
    [property: Description("First segment of its addresses; empty where a host name leads to it.")] string UrlPrefix,
    string UrlHost,
    [property: Description("What it was created from.")] string Recipe,
    [property: Description("Ids of the features that are on.")] IReadOnlyList<string> Features)
{
    internal static TenantResource Of(TenantOverview tenant) =>
        new(tenant.Name, tenant.SiteName, tenant.State, tenant.UrlPrefix, tenant.UrlHost, tenant.RecipeName, tenant.Features);
}

/// <summary>What is sent to create a tenant.</summary>
[ApiExample("""{ "name": "nordplan", "recipe": "customer", "urlPrefix": "nordplan", "parameters": { "adminUserName": "admin", "adminPassword": "…" } }""")]
public sealed record TenantRequest(
    [property: Description("Technical name, for ever: letters, digits and hyphens.")] string? Name,
    string? Recipe,
    string? UrlPrefix,
    [property: Description("Host names, separated by commas.")] string? UrlHost = null,
    [property: Description("Sqlite or Postgres; left out takes the host's default.")] string? Database = null,
    [property: Description("What the recipe asks for, such as adminUserName and adminPassword.")] IReadOnlyDictionary<string, string>? Parameters = null)
{
    internal NewTenant ToNewTenant() => new(
        Name?.Trim() ?? "", Recipe?.Trim() ?? "", UrlPrefix?.Trim().Trim('/') ?? "", UrlHost?.Trim() ?? "", Database?.Trim() ?? "", Parameters);

    // A record prints all its members; the parameters hold a password.
    public override string ToString() => Name ?? "";
}

/// <summary>A feature, and whether a tenant has it.</summary>
[ApiExample("""{ "id": "SmartTracker.Costing", "name": "Costing", "category": "Money", "description": "…", "isEnabled": true, "isAlwaysEnabled": false, "dependencies": [ "SmartTracker.Collection" ] }""")]
public sealed record FeatureResource(
    string Id, string Name, string Category, string Description, bool IsEnabled,
    [property: Description("It cannot be switched off.")] bool IsAlwaysEnabled,
    IReadOnlyList<string> Dependencies)
{
    internal static FeatureResource Of(Feature feature, TenantOverview tenant) => new(
        feature.Id, feature.Name, feature.Category, feature.Description,
        feature.IsAlwaysEnabled || tenant.Features.Contains(feature.Id, StringComparer.OrdinalIgnoreCase), feature.IsAlwaysEnabled, feature.Dependencies);
}

/// <summary>Switches features of a tenant: on with what they need, off with what needs them.</summary>
[ApiExample("""{ "enable": [ "SmartTracker.Costing" ], "disable": [] }""")]
public sealed record FeatureRequest(IReadOnlyList<string>? Enable = null, IReadOnlyList<string>? Disable = null);
