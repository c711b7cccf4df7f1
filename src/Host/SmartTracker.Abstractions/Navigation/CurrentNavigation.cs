using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SmartTracker.Abstractions.Navigation;

/// <summary>Finds the menu entry that a request belongs to.</summary>
public static class CurrentNavigation
{
    /// <summary>The entry whose path is the request's or the closest above it. An entry with a query fits only requests that carry it.
    /// The start pages <c>~/</c> and <c>~/admin</c> fit only themselves. Null where nothing fits.</summary>
    public static NavigationItem? FindCurrent(this IEnumerable<NavigationItem> items, HttpRequest request) => items
        .Select(item => (Item: item, Path: PathOf(item), Query: QueryHelpers.ParseQuery(QueryOf(item))))
        .Where(entry => Covers(entry.Path, request.Path) && entry.Query.All(pair => request.Query[pair.Key] == pair.Value))
        .OrderByDescending(entry => entry.Path.Length)
        .ThenByDescending(entry => entry.Query.Count)
        .Select(entry => entry.Item)
        .FirstOrDefault();

    /// <summary>Whether the entry leads to the very page that the request asks for, and not only to one above it.</summary>
    public static bool IsPage(this NavigationItem item, HttpRequest request) => IsSame(PathOf(item), request.Path);

    private static bool Covers(string path, PathString requested) =>
        path is "/" or "/admin" ? IsSame(path, requested) : requested.StartsWithSegments(path);

    private static bool IsSame(string path, PathString requested) =>
        string.Equals(path.TrimEnd('/'), requested.Value?.TrimEnd('/') ?? "", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(NavigationItem item) => item.Path.TrimStart('~').Split('?')[0];

    private static string QueryOf(NavigationItem item) => item.Path.Contains('?') ? item.Path[item.Path.IndexOf('?')..] : "";
}
