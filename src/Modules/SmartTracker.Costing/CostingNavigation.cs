using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Costing;

public sealed class CostingNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
    [
        new(NavigationPlace.Admin, texts["Prices"], texts["Cost rules"], "~/admin/cost-rules", CostingPermissions.View, 400),
        new(NavigationPlace.Admin, texts["Prices"], texts["Unrated jobs"], "~/admin/cost-rules/unrated", CostingPermissions.View, 401),
    ];
}
