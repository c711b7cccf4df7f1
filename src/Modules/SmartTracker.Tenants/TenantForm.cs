using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

public sealed class TenantForm
{
    public string? Name { get; set; }

    public string? Recipe { get; set; }

    public string? UrlPrefix { get; set; }

    public string? AdminUserName { get; set; }

    public string? AdminPassword { get; set; }

    /// <summary>The recipe takes the administrator from <c>[js: parameters('adminUserName')]</c> and <c>[js: parameters('adminPassword')]</c>.</summary>
    public NewTenant ToNewTenant() => new(
        Name?.Trim() ?? "",
        Recipe?.Trim() ?? "",
        UrlPrefix?.Trim().Trim('/') ?? "",
        Parameters: new Dictionary<string, string> { ["adminUserName"] = AdminUserName?.Trim() ?? "", ["adminPassword"] = AdminPassword ?? "" });
}
