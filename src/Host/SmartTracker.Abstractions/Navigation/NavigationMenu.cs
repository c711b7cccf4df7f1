using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Abstractions.Navigation;

/// <summary>The menu entries that the current user may open, in order, and where the user may search.</summary>
public sealed class NavigationMenu(
    IEnumerable<INavigationProvider> providers, IEnumerable<ISearchProvider> searches, IAuthorizationService authorization, IHttpContextAccessor accessor)
{
    public async Task<IReadOnlyList<NavigationItem>> GetAsync(NavigationPlace place)
    {
        var user = accessor.HttpContext?.User;
        if (user is null)
            return [];

        var visible = new List<NavigationItem>();
        foreach (var item in providers.SelectMany(provider => provider.GetItems()).Where(item => item.Place == place).OrderBy(item => item.Order))
        {
            if ((await authorization.AuthorizeAsync(user, null, new PermissionRequirement(item.Permission))).Succeeded)
                visible.Add(item);
        }

        return visible;
    }

    /// <summary>Null where the user may search nowhere.</summary>
    public async Task<SearchPlace?> FindSearchAsync()
    {
        if (accessor.HttpContext?.User is not { } user)
            return null;
        foreach (var place in searches.Select(search => search.Place).OfType<SearchPlace>().OrderBy(place => place.Order))
        {
            if ((await authorization.AuthorizeAsync(user, null, new PermissionRequirement(place.Permission))).Succeeded)
                return place;
        }

        return null;
    }
}
