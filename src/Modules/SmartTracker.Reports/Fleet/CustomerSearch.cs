using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Reports.Fleet;

/// <summary>Finds customers from the provider's bar.</summary>
public sealed class CustomerSearch(Tenant tenant, IStringLocalizer<Texts> texts) : ISearchProvider
{
    public SearchPlace? Place => tenant.IsDefault ? new(texts["Search customers"], "~/admin", ReportPermissions.View, 0) : null;
}
