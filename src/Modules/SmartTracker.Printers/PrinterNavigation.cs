using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Printers;

public sealed class PrinterNavigation(IStringLocalizer<Texts> t) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
    [
        new(NavigationPlace.Admin, t["Fleet"], t["Printers"], "~/admin/printers", PrinterPermissions.View, 100),
        new(NavigationPlace.Admin, t["Fleet"], t["Readiness"], "~/admin/readiness", PrinterPermissions.View, 101),
    ];
}
