using System.Net;
using System.Text.RegularExpressions;

namespace SmartTracker.TestHost;

/// <summary>Follows every link of a tenant as one person, and stops where pages differ in nothing but ids and numbers.</summary>
public static partial class Crawl
{
    // A list's filters and orders combine without end.
    private const int MostOfOneList = 40;

    /// <param name="ofEachKind">How many pages of one kind are opened, such as <c>/bills/{id}</c>.</param>
    /// <returns>By address behind the tenant's prefix, in the order of discovery.</returns>
    public static async Task<IReadOnlyDictionary<string, Answer>> AllAsync(Session session, int ofEachKind = 3)
    {
        ArgumentNullException.ThrowIfNull(session);
        var found = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = new Queue<string>(["/"]);
        while (next.TryDequeue(out var path))
        {
            var kind = KindOf(path);
            var list = path.Contains('?', StringComparison.Ordinal) ? kind.Split('?')[0] + "?" : "";
            if (found.ContainsKey(path) || kinds.GetValueOrDefault(kind) >= ofEachKind || kinds.GetValueOrDefault(list) >= Math.Min(8 * ofEachKind, MostOfOneList))
                continue;

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (list.Length > 0)
                kinds[list] = kinds.GetValueOrDefault(list) + 1;
            var answer = found[path] = await session.GetAsync(path);
            foreach (var link in answer is { Location: { } location } ? [location] : answer.IsPage ? LinksIn(answer.Text) : [])
            {
                if (Within(session, link) is { } inside)
                    next.Enqueue(inside);
            }
        }

        return found;
    }

    /// <summary>Where a page's links lead, as they are written.</summary>
    public static IEnumerable<string> LinksIn(string page) => Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    /// <summary>Where a page's forms are sent, behind the tenant's prefix.</summary>
    public static IEnumerable<string> FormsIn(Session session, string page)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Action().Matches(page).Select(match => Within(session, WebUtility.HtmlDecode(match.Groups[1].Value))).OfType<string>();
    }

    /// <summary>The address with ids and numbers blotted out, without the values of its query.</summary>
    public static string KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = Identifier().Replace(path, "*").Split('?', 2);
        return parts.Length == 1 ? parts[0] : parts[0] + "?" + string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]));
    }

    // Only what lies in this tenant, and without the anchor.
    private static string? Within(Session session, string link)
    {
        var path = link.Split('#')[0];
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || !path.StartsWith(session.Prefix + "/", StringComparison.Ordinal))
            return null;
        path = path[session.Prefix.Length..];
        return path.StartsWith("/_content/", StringComparison.Ordinal) ? null : path;
    }

    [GeneratedRegex("\\s(?:form)?action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<(?:a|link)\\s[^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?<=/)[0-9]+(?=/|$|\\?)")]
    private static partial Regex Identifier();
}
