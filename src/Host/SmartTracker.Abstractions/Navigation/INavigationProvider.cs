namespace SmartTracker.Abstractions.Navigation;

/// <summary>A module's entries in the menus. Themes show those whose permission the user has.</summary>
public interface INavigationProvider
{
    IEnumerable<NavigationItem> GetItems();
}

/// <summary>One menu entry.</summary>
/// <param name="Place">Administration rail or portal bar.</param>
/// <param name="Group">Heading in the rail (already localized), or empty for entries without one.</param>
/// <param name="Text">Already localized.</param>
/// <param name="Path">App-relative, such as <c>~/admin/printers</c>.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Order">Overview 0, fleet 100, jobs 200, accounts 300, prices 400, billing 500, rest 900.</param>
public sealed record NavigationItem(NavigationPlace Place, string Group, string Text, string Path, string Permission, int Order);

public enum NavigationPlace
{
    Admin,
    Portal,
}
