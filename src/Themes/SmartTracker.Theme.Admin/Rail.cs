using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Theme.Admin;

/// <summary>One heading of the rail with its entries; the heading is empty for entries without a group.</summary>
public sealed record RailGroup(string Heading, IReadOnlyList<NavigationItem> Items);

/// <summary>The administration menu as the rail shows it.</summary>
public static class Rail
{
    /// <summary>A named group stands once, where its first entry stands. Entries without a group stay where their order puts them:
    /// the overview before all groups, the rest after them.</summary>
    public static IReadOnlyList<RailGroup> Group(IEnumerable<NavigationItem> items)
    {
        var groups = new List<(string Heading, List<NavigationItem> Items)>();
        foreach (var item in items)
        {
            var home = item.Group.Length == 0 ? groups.Count - 1 : groups.FindIndex(group => group.Heading == item.Group);
            if (home < 0 || groups[home].Heading != item.Group)
                groups.Add((item.Group, [item]));
            else
                groups[home].Items.Add(item);
        }

        return [.. groups.Select(group => new RailGroup(group.Heading, group.Items))];
    }
}
