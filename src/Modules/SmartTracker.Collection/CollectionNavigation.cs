using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Collection;

public sealed class CollectionNavigation(IStringLocalizer<Texts> t) : INavigationProvider
{
    public IEnumerable<NavigationItem> GetItems() =>
    [
        new(NavigationPlace.Admin, t["Fleet"], t["Collections"], "~/admin/collections", CollectionPermissions.View, 110),
        new(NavigationPlace.Admin, t["Fleet"], t["Completeness"], "~/admin/collections/completeness", CollectionPermissions.View, 120),
        new(NavigationPlace.Admin, t["Jobs"], t["Print jobs"], "~/admin/print-jobs", CollectionPermissions.View, 200),
        new(NavigationPlace.Admin, t["Jobs"], t["Imports"], "~/admin/imports", CollectionPermissions.Import, 205),
        new(NavigationPlace.Admin, t["Settings"], t["Names and privacy"], "~/admin/name-privacy", CollectionPermissions.Privacy, 930),
    ];
}
