using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>A new customer as the provider describes it.</summary>
public sealed class TenantForm
{
    public string? SiteName { get; set; }

    /// <summary>Made from the company's name where it is left empty, as are <see cref="Name"/> and <see cref="UrlPrefix"/>.</summary>
    public string? UrlPrefix { get; set; }

    public string? Name { get; set; }

    public string? UrlHost { get; set; }

    public string? Recipe { get; set; }

    public string? AdminUserName { get; set; }

    public string? AdminEmail { get; set; }

    public string? AdminPassword { get; set; }

    /// <summary>What can be chosen; not bound.</summary>
    public IReadOnlyList<RecipeOverview> Recipes { get; internal set; } = [];

    public bool HasDetails => !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(UrlHost);

    /// <summary>The recipe takes the administrator from <c>[js: parameters('adminUserName')]</c>, <c>adminEmail</c> and <c>adminPassword</c>.</summary>
    public NewTenant ToNewTenant()
    {
        var site = SiteName?.Trim() ?? "";
        var prefix = UrlPrefix?.Trim().Trim('/') ?? "";
        if (prefix.Length == 0 && string.IsNullOrWhiteSpace(UrlHost))
            prefix = TenantNames.Prefix(site);
        var name = Name?.Trim() ?? "";
        if (name.Length == 0)
            name = TenantNames.Name(prefix.Length > 0 ? prefix : TenantNames.Prefix(site));
        return new(name, Recipe ?? "", prefix, UrlHost?.Trim() ?? "", Site: new NewSite(site), Parameters: new Dictionary<string, string>
        {
            ["adminUserName"] = AdminUserName?.Trim() ?? "",
            ["adminEmail"] = AdminEmail?.Trim() ?? "",
            ["adminPassword"] = AdminPassword ?? "",
        });
    }
}
