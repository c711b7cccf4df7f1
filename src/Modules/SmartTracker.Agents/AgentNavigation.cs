using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Agents;

public sealed class AgentNavigation(IStringLocalizer<Texts> t) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
        [new(NavigationPlace.Admin, t["Fleet"], t["On-site agents"], "~/admin/agents", AgentPermissions.View, 130)];
}
