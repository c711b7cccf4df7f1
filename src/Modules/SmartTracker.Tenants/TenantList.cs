using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>The tenants that the list shows.</summary>
/// <param name="Search">Empty shows all.</param>
public sealed record TenantList(IReadOnlyList<TenantRow> Rows, string Search, int Page, int PageCount, int Found, int Customers, int Running)
{
    private const int RowsPerPage = 50;
    private const int Many = 10;

    /// <summary>A short list is read faster than searched.</summary>
    public bool HasSearch => Customers > Many || Search.Length > 0;

    public static TenantList Of(ITenants tenants, string? search, int page)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var wanted = search?.Trim() ?? "";
        var all = tenants.List();
        var found = all.Where(tenant => Matches(tenant, wanted)).ToArray();
        var pages = Math.Max(1, (found.Length + RowsPerPage - 1) / RowsPerPage);
        page = Math.Clamp(page, 1, pages);
        var recipes = tenants.ListRecipes().ToDictionary(recipe => recipe.Name, recipe => recipe.DisplayName, StringComparer.OrdinalIgnoreCase);
        return new(
            [.. found.Skip((page - 1) * RowsPerPage).Take(RowsPerPage).Select(tenant => TenantRow.Of(tenants, tenant, recipes))],
            wanted, page, pages, found.Length, all.Count(tenant => !tenant.IsDefault), all.Count(tenant => tenant is { IsDefault: false, State: TenantState.Running }));
    }

    private static bool Matches(TenantOverview tenant, string wanted) =>
        new[] { tenant.SiteName, tenant.Name, tenant.UrlPrefix, tenant.UrlHost }.Any(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Recipe">As people know it; empty where it is not recorded.</param>
/// <param name="Modules">How many it has beside those that everybody has.</param>
public sealed record TenantRow(TenantOverview Tenant, string Recipe, int Modules)
{
    public string Name => Tenant.Name;

    /// <summary>A tenant may have several hosts or a wildcard; this is the first.</summary>
    public string Address => Tenant.UrlHost.Length == 0 ? "/" + Tenant.UrlPrefix : $"//{Tenant.UrlHost.Split(',')[0].Trim()}/{Tenant.UrlPrefix}";

    public bool CanBeOpened => !Tenant.UrlHost.Contains('*', StringComparison.Ordinal) && Tenant.State == TenantState.Running;

    public (string Mark, string Word) State => Tenant.State switch
    {
        TenantState.Running => ("ok", "Running"),
        TenantState.Initializing => ("info", "Being set up"),
        TenantState.Disabled => ("off", "Switched off"),
        _ => ("warn", "Not set up"),
    };

    public static TenantRow Of(ITenants tenants, TenantOverview tenant, IReadOnlyDictionary<string, string> recipes)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(recipes);
        return new(tenant, recipes.GetValueOrDefault(tenant.RecipeName, tenant.RecipeName), tenants.PlanFeatures(tenant.Name, [], []).Same.Count(feature => !feature.IsAlwaysEnabled));
    }
}
