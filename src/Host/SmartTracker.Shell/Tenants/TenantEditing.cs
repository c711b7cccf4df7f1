using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Tenants;

/// <summary>Changes what a tenant is called and where it lives.</summary>
internal sealed class TenantEditing(TenantStore store, FeatureCatalog catalog)
{
    private const int LongestName = 100;

    public Task EditAsync(string tenant, TenantEdit edit, CancellationToken cancellationToken) => store.UpdateAsync(tenant, stored =>
    {
        if (stored is null)
            throw new TenantRefusedException(nameof(NewTenant.Name), "There is no tenant called '{0}'.", tenant);
        var name = edit.SiteName.Trim();
        if (name.Length is 0 or > LongestName)
            throw new TenantRefusedException(nameof(TenantEdit.SiteName), "Give a name of 1 to {0} characters.", LongestName);
        TenantRules.CheckAddress(stored.Name, edit.UrlPrefix, edit.UrlHost, store.List(), catalog.ReservedPrefixes);
        return stored with { RequestUrlPrefix = edit.UrlPrefix, RequestUrlHost = edit.UrlHost, Site = stored.Site with { SiteName = name } };
    }, cancellationToken);
}
