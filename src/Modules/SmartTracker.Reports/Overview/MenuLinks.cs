using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Reports.Overview;

/// <summary>Links only where the reader's menu leads: to features that are on and that the reader may open.</summary>
public sealed class MenuLinks(NavigationMenu menu)
{
    private IReadOnlyList<NavigationItem>? _items;

    /// <summary>The page's own path where a menu entry leads to it, else null.</summary>
    public Task<string?> FindAsync(string page) => FindAsync(page, page);

    /// <summary>A path below a page of the menu.</summary>
    public async Task<string?> FindAsync(string page, string path)
    {
        _items ??= [.. await menu.GetAsync(NavigationPlace.Admin), .. await menu.GetAsync(NavigationPlace.Portal)];
        return _items.Any(item => item.Path.Equals(page, StringComparison.OrdinalIgnoreCase)) ? path : null;
    }
}
