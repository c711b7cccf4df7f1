using SmartTracker.Abstractions.Tenants;
using SmartTracker.Security.Tests.Matrix;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>Who is refused at an address is refused at every other spelling of it: suffixes, encodings, doubled slashes, other verbs.</summary>
[Collection(OnEveryModule.Name)]
public sealed class PathSpellingTests(EveryModule host)
{
    private static readonly Func<string, string>[] Spellings =
    [
        path => path + "/",
        path => path.ToUpperInvariant(),
        path => path + ";x",
        path => path + ";/login",
        path => path + "/.",
        path => path + "/..;/",
        path => path + ".html",
        path => path + ".css",
        path => path + "%20",
        path => path + "?/login",
        path => path + "%3Flogin",
        path => "/" + path,
        path => path.Insert(path.LastIndexOf('/'), "/"),
        path => path.Insert(path.LastIndexOf('/'), "/."),
        path => WithLastSlash(path, "%2f"),
        path => WithLastSlash(path, "%5c"),
        path => WithLastSlash(path, "\\"),
        path => "/login/.." + path,
        path => "/login/%2e%2e" + path,
        path => "/login/..%2f" + path[1..],
        path => "/login;" + path,
        path => "/theme.css/.." + path,
        path => "/_content/.." + path,
        path => "/" + Uri.HexEscape(path[1]) + path[2..],
    ];

    public static TheoryData<string> Tenants => [Tenant.DefaultName, "nordplan"];

    [Theory, MemberData(nameof(Tenants))]
    public async Task No_spelling_of_an_address_lets_anybody_in_who_is_refused_there(string tenant)
    {
        var subjects = await Subjects.OfAsync(host, tenant, "administrator");
        var guarded = (await MappedEndpoint.OfAsync(host.Host.Services, tenant)).Where(endpoint => endpoint is { Verb: "GET", Permission: not MappedEndpoint.Anonymous, Template.Length: > 0 });
        var faults = new List<string>();
        foreach (var path in guarded.Select(endpoint => subjects.Find(endpoint.Template)).OfType<string>())
        {
            foreach (var user in new[] { null, "guest" })
            {
                var session = await host.SignedInAsync(tenant, user);
                var plain = await session.GetAsync(path);
                if (plain.Status == 200)
                    continue;
                faults.AddRange(from answer in await Task.WhenAll(Spellings.Select(spelling => AskAsync(session, HttpMethod.Get, spelling(path))).Append(AskAsync(session, HttpMethod.Head, path)))
                                where !IsRefused(session, answer.Answer)
                                select $"{user ?? "anonymous"} gets {answer.Answer.Status} {answer.Answer.Location} at {answer.Path}, but {plain.Status} at {path}.");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("/NORDPLAN")]
    [InlineData("//nordplan")]
    [InlineData("/nordplan;")]
    [InlineData("/%6eordplan")]
    [InlineData("/nordplan%2f")]
    [InlineData("/baukontor/../nordplan")]
    [InlineData("/nordplan/")]
    [InlineData("/./nordplan")]
    public async Task No_spelling_of_a_prefix_opens_a_tenant_to_the_session_of_another(string prefix)
    {
        var operatorAtHome = await host.SignedInAsync(Tenant.DefaultName, "operator");
        var strangers = new[] { operatorAtHome, await host.SignedInAsync("baukontor", "administrator") };
        var subjects = await Subjects.OfAsync(host, "nordplan", "administrator");
        foreach (var path in new[] { "/admin/printers", subjects.Find("bills/{id}/pdf")!, subjects.Find("admin/print-jobs/{id}")! })
        {
            foreach (var stranger in strangers)
            {
                // With every cookie that a browser would send to that address, and all others besides.
                var answer = await stranger.At(operatorAtHome).GetAsync(prefix + path);
                Assert.True(answer.Status is 302 or 404 or 400, $"{prefix + path} answers {answer.Status}.");
                Assert.True(answer.Location is null || answer.Location.Contains("/login", StringComparison.Ordinal), answer.Location);
            }
        }
    }

    private static async Task<(string Path, Answer Answer)> AskAsync(Session session, HttpMethod method, string path) => (method + " " + path, await session.SendAsync(method, path));

    private static string WithLastSlash(string path, string instead)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0 ? path[..slash] + instead + path[(slash + 1)..] : path + instead;
    }

    private static bool IsRefused(Session session, Answer answer) => answer.Status switch
    {
        302 => answer.Location!.StartsWith(session.Prefix + "/login", StringComparison.Ordinal),
        >= 400 and < 500 => true,
        _ => false,
    };
}
