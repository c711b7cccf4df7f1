using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Collecting;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests.Matrix;

/// <summary>Asks every endpoint of a tenant with every verb as everybody, over real HTTP, and writes down who got what.</summary>
internal sealed partial class PermissionMatrix(EveryModule host, StoredState stored)
{
    private static readonly string?[] Customers = [null, "guest", "customer", "bookkeeper", "administrator"];

    /// <summary>End the session and lead to the sign-in page, which elsewhere means a refusal.</summary>
    private static readonly string[] SigningOut = ["logout", "account/sessions/end"];

    /// <summary>What must never be seen; each entry says where.</summary>
    public List<string> Faults { get; } = [];

    public async Task<string> WriteAsync()
    {
        var text = new StringBuilder(Legend);
        foreach (var tenant in new[] { Tenant.DefaultName, "nordplan" })
            await WriteAsync(text, tenant);
        return text.ToString();
    }

    public static string?[] UsersOf(string tenant) => tenant == Tenant.DefaultName ? [.. Customers, "operator"] : Customers;

    private async Task WriteAsync(StringBuilder text, string tenant)
    {
        var other = tenant == Tenant.DefaultName ? "nordplan" : Tenant.DefaultName;
        var own = await Subjects.OfAsync(host, tenant, UsersOf(tenant)[^1]!);
        var neighbours = new[] { await Subjects.OfAsync(host, "baukontor", "administrator"), await Subjects.OfAsync(host, other, UsersOf(other)[^1]!) };
        var endpoints = await MappedEndpoint.OfAsync(host.Host.Services, tenant);
        text.Append(CultureInfo.InvariantCulture, $"\n\n== {tenant}\n");
        text.Append(Line("", "", "", "", [.. UsersOf(tenant).Select(user => user ?? "anonymous"), "strangers"]));
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Permission is null)
                Faults.Add($"{tenant}: {endpoint.Verb} {endpoint.Template} carries neither RequirePermission nor AllowAnonymous.");
            var path = own.Own(endpoint.Template);
            if (endpoint.IsApi)
                await AskAsync(text, tenant, other, endpoint, "cookies", path ?? Subjects.Absent(endpoint.Template), byKey: false);
            else if (!endpoint.IsSafe)
                await AskAsync(text, tenant, other, endpoint, "no token", path ?? Subjects.Absent(endpoint.Template), withToken: false);
            if (path is not null)
                await AskAsync(text, tenant, other, endpoint, Subjects.AreNamedBy(endpoint.Template) ? "own" : "", path);
            if (Subjects.AreNamedBy(endpoint.Template))
                await AskAsync(text, tenant, other, endpoint, "absent", Subjects.Absent(endpoint.Template), foreign: [.. neighbours.Select(subjects => subjects.Find(endpoint.Template)).OfType<string>().Where(path => !IsEverywhere(path))]);
        }
    }

    private async Task AskAsync(
        StringBuilder text, string tenant, string other, MappedEndpoint endpoint, string @case, string path, bool withToken = true, bool byKey = true, string[]? foreign = null)
    {
        var verdicts = new List<string>();
        var here = await host.SignedInAsync(tenant, null);
        foreach (var user in UsersOf(tenant))
        {
            var session = await AsAsync(endpoint, tenant, user, byKey);
            var answer = await SendAsync(session, endpoint, path, tenant, withToken);
            verdicts.Add(Verdict(session, answer));
            foreach (var notMine in foreign ?? [])
            {
                if (Comparable(await SendAsync(session, endpoint, notMine, tenant, withToken), notMine) != Comparable(answer, path))
                    Faults.Add($"{tenant}: {endpoint.Verb} {notMine} (another tenant's object) answers {user ?? "anonymous"} something else than {path} (absent).");
            }
        }

        var strangers = new HashSet<string>();
        foreach (var user in foreign is null ? UsersOf(other) : [])
            strangers.Add(Verdict(here, await SendAsync((await AsAsync(endpoint, other, user, byKey)).At(here), endpoint, path, tenant, withToken)));
        verdicts.Add(string.Join('!', strangers));
        text.Append(Line(endpoint.Verb, "/" + endpoint.Template, endpoint.Permission ?? "NOTHING DECLARED", @case, verdicts));
    }

    private Task<Session> AsAsync(MappedEndpoint endpoint, string tenant, string? user, bool byKey) =>
        endpoint.IsApi && byKey ? host.WithKeyAsync(tenant, user) : host.SignedInAsync(tenant, user);

    private async Task<Answer> SendAsync(Session session, MappedEndpoint endpoint, string path, string tenant, bool withToken)
    {
        await NoteUseAsync(session);
        using HttpContent? form = endpoint.IsSafe ? null : endpoint.IsApi ? Json() : Session.Form(withToken ? session.Token : null, Forms.Of(endpoint, tenant));
        var answer = await session.SendAsync(new HttpMethod(endpoint.Verb), path, form);
        if (!endpoint.IsSafe && answer.Status < 400)
            await SettleAsync(session, tenant, answer);
        if (answer.Status >= 500)
            Faults.Add($"{tenant}: {endpoint.Verb} {path} answers {answer.Status}.");
        if (stored.HasChanged())
        {
            if (answer.Status >= 400 || !withToken || endpoint.IsSafe || (IsToSignIn(session, answer) && !SigningOut.Contains(endpoint.Template)))
                Faults.Add($"{tenant}: {endpoint.Verb} {path} answers {answer.Status} and has stored something all the same.");
            await stored.PutBackAsync();
        }

        return answer;
    }

    // The first use of a key since a tenant's start is noted in its database; that is not what is asked about.
    private async Task NoteUseAsync(Session session)
    {
        if (session.Key is null)
            return;
        await session.GetAsync("/api/v1/print-jobs/0199a000-0000-7000-8000-00000000dead");
        stored.HasChanged();
    }

    // What was only started goes on behind the answer and stores its end later.
    private async Task SettleAsync(Session session, string tenant, Answer answer)
    {
        if (Started().Match(answer.Location ?? "") is { Success: true } run)
            await host.Host.InTenantAsync(tenant, services => services.GetRequiredService<CollectionRuns>().Find(Guid.Parse(run.Groups[1].Value))!.IsOverWithinAsync(TimeSpan.FromMinutes(2), CancellationToken.None));
        await host.Host.QuietAsync(tenant);
        if (answer is { Status: 202, Location: { } path } && JsonNode.Parse((await session.GetAsync(path[session.Prefix.Length..])).Text)!["endedAt"] is null)
            Faults.Add($"{path} does not end.");
    }

    private static StringContent Json() => new("{}", Encoding.UTF8, "application/json");

    private static string Verdict(Session session, Answer answer) => answer.Status switch
    {
        >= 200 and < 300 => "ok",
        >= 300 and < 400 => IsToSignIn(session, answer) ? "login" : "ok",
        _ => answer.Status.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whether every tenant has this object: the built-in roles have the same names everywhere.</summary>
    private static bool IsEverywhere(string path) => path.StartsWith("/admin/roles/role/", StringComparison.Ordinal);

    private static bool IsToSignIn(Session session, Answer answer) => answer.Location?.Split('?')[0] == session.Prefix + "/login";

    // What may differ between two answers of the same meaning: tokens, the reference of an error, and the address that was asked for.
    private static string Comparable(Answer answer, string path) =>
        $"{answer.Status} {answer.MediaType} {answer.Location} {Varying().Replace(answer.Text, "*")}".Replace(path, "*", StringComparison.Ordinal).Replace(Uri.EscapeDataString(path), "*", StringComparison.Ordinal);

    private static string Line(string verb, string path, string permission, string @case, IReadOnlyList<string> verdicts) =>
        $"{verb,-7}{path,-46}{permission,-20}{@case,-10}{string.Concat(verdicts.Select(verdict => $"{verdict,-14}"))}".TrimEnd() + "\n";

    private const string Legend = """
        Who gets what from every address of a host with all modules. Written by PermissionMatrixTests over real HTTP; do not edit.

        own      with an object of this tenant       absent   with an object that exists nowhere; one of another tenant answers the same, byte for byte
        no token without the antiforgery token       strangers  everybody who is signed in at another tenant, with the cookies of that tenant
        cookies  signed in as that person; below /api all others are programs with a key of that person's role, and strangers have keys of another tenant
        ok       200 or a redirect within the page's work    login    sent to the sign-in page
        """;

    [GeneratedRegex("/admin/collections/now/([0-9a-f-]{36})$")]
    private static partial Regex Started();

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"|[0-9A-Z]{13}:[0-9A-F]{8}|00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")]
    private static partial Regex Varying();
}
