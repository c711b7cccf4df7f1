using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>What the page of one tenant shows.</summary>
/// <param name="Modules">Those it has beside what everybody has.</param>
public sealed record TenantPage(TenantRow Row, IReadOnlyList<Feature> Modules, TenantEditForm Form)
{
    public TenantOverview Tenant => Row.Tenant;

    /// <summary>Null where there is no such tenant.</summary>
    public static TenantPage? Find(ITenants tenants, string name)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        if (tenants.List().FirstOrDefault(known => known.Name == name) is not { } tenant)
            return null;
        var recipes = tenants.ListRecipes().ToDictionary(recipe => recipe.Name, recipe => recipe.DisplayName, StringComparer.OrdinalIgnoreCase);
        return new(
            TenantRow.Of(tenants, tenant, recipes),
            [.. tenants.PlanFeatures(tenant.Name, [], []).Same.Where(feature => !feature.IsAlwaysEnabled)],
            new TenantEditForm { SiteName = tenant.SiteName, UrlPrefix = tenant.UrlPrefix, UrlHost = tenant.UrlHost });
    }
}

public sealed class TenantEditForm
{
    public string? SiteName { get; set; }

    public string? UrlPrefix { get; set; }

    public string? UrlHost { get; set; }

    /// <summary>The provider's own tenant keeps its address.</summary>
    public TenantEdit ToEdit(TenantOverview tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.IsDefault
            ? new(SiteName?.Trim() ?? "", tenant.UrlPrefix, tenant.UrlHost)
            : new(SiteName?.Trim() ?? "", UrlPrefix?.Trim().Trim('/') ?? "", UrlHost?.Trim() ?? "");
    }
}
