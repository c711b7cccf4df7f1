using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Reports;

public sealed class ReportNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
        [new(NavigationPlace.Admin, "", texts["Overview"], "~/admin", ReportPermissions.View, 0)];
}
