using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Api;

public sealed class ApiNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
        [new(NavigationPlace.Admin, texts["Settings"], texts["API keys"], "~/admin/api-keys", ApiPermissions.Manage, 920)];
}
