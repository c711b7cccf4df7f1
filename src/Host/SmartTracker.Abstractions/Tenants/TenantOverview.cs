namespace SmartTracker.Abstractions.Tenants;

/// <summary>What the host knows of a tenant without starting it.</summary>
/// <param name="VersionId">Changes whenever the tenant's settings or features change.</param>
public sealed record TenantOverview(
    string Name,
    string SiteName,
    TenantState State,
    string UrlPrefix,
    string UrlHost,
    string VersionId,
    string RecipeName,
    IReadOnlyList<string> Features)
{
    public bool IsDefault => Name == Tenant.DefaultName;
}
