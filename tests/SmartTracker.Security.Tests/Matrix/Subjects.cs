using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Security;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests.Matrix;

/// <summary>The objects of one tenant that stand for the parameters of its routes, found by following every link: a new page brings its own.</summary>
internal sealed partial class Subjects(IReadOnlyCollection<string> paths)
{
    /// <summary>Routes whose pages are found under another address.</summary>
    private static readonly (string Route, string Page)[] Elsewhere =
    [
        ("api/v1/bills", "bills"),
        ("api/v1/invoices/{id}/draft", "api/v1/invoices/{id}/draft"),
        ("api/v1/invoices/{id}/issue", "api/v1/invoices/{id}/draft"),
        ("api/v1/", "admin/"),
    ];

    /// <summary>What no page of a tenant links to, so that there is only an absent one: a customer issues nothing, the provider receives nothing,
    /// no printer here forgot a job, a collection or search that a person waits for is over before anybody can link to it, a file waits for whoever sent it, no tenant here has an
    /// authority of its own, one-time links go out by mail, programs keep what they imported and name price lists by their first day, nobody has uploaded
    /// print jobs or set up a mailbox, no printer here is listed by two sources, nobody has settled what a counter knows beyond its jobs, and no job was missed.</summary>
    private static readonly string[] WithoutObjects =
    [
        "bills/{id}", "admin/invoices/{id}", "admin/collections/now/{id}", "admin/collections/completeness/gaps/{id}", "admin/collections/completeness/listings/{printer}", "admin/collections/completeness/residuals/{printer}", "admin/gaps/{id}",
        "admin/reconciliations/bookings/{id}", "admin/second-listings/{id}", "admin/printers/discover/{id}", "admin/printers/import/{id}", "admin/printers/authorities/{id}", "admin/print-jobs/imports/{id}", "admin/printers/{printer}/collections/{id}",
        "admin/imports/{id}", "admin/imports/mailbox/rules/{id}", "api/v1/invoices/{id}/draft", "admin/rate-cards/{tenant}/{validFrom}", "confirm-email/{token}", "invitation/{token}", "reset/{token}",
    ];

    /// <summary>Values that no crawl can find.</summary>
    private static readonly Dictionary<string, string> Fixed = new() { ["error/{status}"] = "500", ["{**path}"] = "no/such/page", ["openapi/{documentName}.json"] = "v1", ["admin/agents/programs/{system}"] = "linux-x64", ["admin/name-privacy/key/{end}"] = "replaced" };

    /// <summary>What the provider asks of a customer's tenant.</summary>
    private const string Resource = "printers";

    private static readonly string[] Roles = [RoleIds.Operator, RoleIds.Administrator, RoleIds.Bookkeeper, RoleIds.Customer];

    /// <summary>Whether the route asks for an object, so that one of another tenant could be named.</summary>
    public static bool AreNamedBy(string template) => template.Contains('{', StringComparison.Ordinal) && !Fixed.ContainsKey(template);

    public static async Task<Subjects> OfAsync(EveryModule host, string tenant, string user)
    {
        var (session, pages) = (await host.SignedInAsync(tenant, user), await host.PagesAsync(tenant, user));
        return new([.. pages.Keys, .. await DraftsAsync(await host.WithKeyAsync(tenant, user)), .. pages.Values.Where(page => page.IsPage).SelectMany(page => Crawl.FormsIn(session, page.Text)).Distinct()]);
    }

    private static async Task<IEnumerable<string>> DraftsAsync(Session program)
    {
        var answer = await program.GetAsync("/api/v1/invoices/drafts?period=2026-11");
        return answer.Status == 200 ? JsonNode.Parse(answer.Text)!["items"]!.AsArray().Select(draft => $"/api/v1/invoices/{draft!["id"]}/draft") : [];
    }

    /// <summary>The route with this tenant's own object, or null where it cannot have one.</summary>
    public string? Own(string template) => Find(template) ?? (WithoutObjects.Any(known => PageOf(template).StartsWith(known, StringComparison.Ordinal))
        ? null
        : throw new InvalidOperationException(
            $"No page links to an object for the route {template}. Link to it, or say in {nameof(Subjects)} where its objects are found or that there are none."));

    /// <summary>The route with this tenant's own object, or null where no page links to one.</summary>
    public string? Find(string template)
    {
        template = template.Replace("{**resource}", Resource, StringComparison.Ordinal);
        if (Fixed.TryGetValue(template, out var value))
            return "/" + Replace(template, _ => value);
        if (!template.Contains('{', StringComparison.Ordinal))
            return "/" + template;

        // Only as far as the last parameter: a page that was found tells what objects there are, whatever is done with them.
        var page = PageOf(template);
        var subject = page[..(page.LastIndexOf('}') + 1)];
        var pattern = new Regex("^/" + Replace(Regex.Escape(subject).Replace("\\{", "{", StringComparison.Ordinal), _ => "([^/?]+)") + "(?:/|\\?|$)");
        if (paths.Select(path => pattern.Match(path)).FirstOrDefault(match => match.Success && match.Groups.Values.Skip(1).All(IsObject)) is not { } found)
            return null;
        var values = new Queue<string>(found.Groups.Values.Skip(1).Select(group => group.Value));
        return "/" + Replace(template, _ => values.Dequeue());
    }

    /// <summary>The route with objects that exist nowhere.</summary>
    public static string Absent(string template) => "/" + Replace(template.Replace("{**resource}", Resource, StringComparison.Ordinal), parameter => parameter switch
    {
        "name" => "nobody",
        "position" or "number" or "n" => "999",
        _ => "0199a000-0000-7000-8000-00000000dead",
    });

    private static string PageOf(string template) => Elsewhere
        .Where(pair => template.StartsWith(pair.Route, StringComparison.Ordinal))
        .Select(pair => pair.Page + template[pair.Route.Length..])
        .FirstOrDefault() ?? template;

    // And not the next word of another route, such as `new`.
    private static bool IsObject(Group group) => IdOrNumber().IsMatch(group.Value) || DemoWorld.Customers.Contains(group.Value) || Roles.Contains(group.Value);

    private static string Replace(string template, Func<string, string> value) => Parameter().Replace(template, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\{\**(\w+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^([0-9]+|[0-9a-fA-F-]{36})$")]
    private static partial Regex IdOrNumber();
}
