using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Scheduling;

internal sealed class SchedulingNavigation(IStringLocalizer<Texts> text) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
        [new(NavigationPlace.Admin, text["Settings"], text["Background jobs"], "~/admin/background-jobs", SchedulingPermissions.Manage, 950)];
}
