using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Users;

public sealed class UserNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
    [
        new(NavigationPlace.Admin, texts["Settings"], texts["Users"], "~/admin/users", UserPermissions.View, 900),
        new(NavigationPlace.Admin, texts["Settings"], texts["Roles"], "~/admin/roles", UserPermissions.View, 901),
    ];
}
