using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Theme.Admin;

/// <summary>A key that, after <c>g</c>, goes to the first entry of a part of the rail.</summary>
public sealed record Shortcut(char Key, NavigationItem Item)
{
    // The hundreds of NavigationItem.Order: overview 0, fleet 100, jobs 200, billing 500.
    private static readonly (char Key, int Hundred)[] Keys = [('o', 0), ('p', 1), ('j', 2), ('b', 5)];

    public static IReadOnlyList<Shortcut> For(IReadOnlyList<NavigationItem> items) =>
        [.. from key in Keys
            let item = items.FirstOrDefault(item => item.Order / 100 == key.Hundred)
            where item is not null
            select new Shortcut(key.Key, item)];
}
