using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Bills;

internal sealed class BillsNavigation(IStringLocalizer<Texts> texts) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() => [new(NavigationPlace.Portal, "", texts["Bills"], "~/bills", BillsPermissions.View, 500)];
}
