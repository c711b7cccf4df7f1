using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Tenants;

public sealed class TenantNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
        [new(NavigationPlace.Admin, texts["Customers"], texts["Customers"], "~/admin/tenants", TenantPermissions.Manage, 50)];
}
