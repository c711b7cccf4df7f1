using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Reports.Tests;

/// <summary>A provider and its customers on a whole host whose clock stands at 22 November 2026, 17:20 in Berlin.</summary>
internal sealed partial class ReportsHost : IAsyncDisposable
{
    private const string Password = "four words are plenty";

    private ReportsHost(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 16, 20);

    public static async Task<ReportsHost> StartAsync(DatabaseEngine engine, string culture = "en")
    {
        var started = new ReportsHost(await RunningHost.StartAsync(engine, time: new FakeTimeProvider(Now.ToDateTimeOffset())));
        await started.Host.CreateTenantAsync("Default", Steps("Operator", ["SmartTracker.Reports", "SmartTracker.Tenants", "SmartTracker.Billing"], culture, """{ "name": "settings", "SiteName": "Provider" }"""));
        return started;
    }

    /// <summary>A customer with Reports and the given features.</summary>
    public Task AddCustomerAsync(string name, string[] features, string culture = "en", string moreSteps = "") =>
        Host.CreateTenantAsync(name, Steps("Administrator", [.. features, "SmartTracker.Reports"], culture, moreSteps));

    /// <summary>Stores jobs as Collection does: the rows, then every module that takes part.</summary>
    public Task StoreAsync(string tenant, params PrintJob[] jobs) => Host.InTenantAsync(tenant, async services =>
    {
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        var context = services.GetRequiredService<CollectionDbContext>();
        context.PrintJobs.AddRange(jobs.Select(StoredJob.Row));
        await context.SaveChangesAsync();
        foreach (var participant in services.GetServices<IPrintJobsStored>())
            await participant.StoredAsync(jobs, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    });

    /// <summary>What the registered printer's collector reports after a contact.</summary>
    public Task ContactAsync(string tenant, string printer, Func<IPrinterConnections, RegisteredPrinter, Task> contact) =>
        Host.InTenantAsync(tenant, async services =>
        {
            await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
            var connections = services.GetRequiredService<IPrinterConnections>();
            await contact(connections, (await connections.ListAsync(CancellationToken.None)).Single(registered => registered.Name == printer));
            await transaction.CommitAsync(CancellationToken.None);
        });

    /// <summary>The overview as a user reads it, with characters instead of entities, single spaces, and none beside a tag.</summary>
    public async Task<string> OverviewAsync(string tenant, string user = "admin", string query = "")
    {
        using var browser = await SignedInAsync(tenant, user);
        using var response = await browser.GetAsync("admin" + query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Tags().Replace(Spaces().Replace(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), " "), "$1");
    }

    public async Task<HttpClient> SignedInAsync(string tenant, string user)
    {
        var browser = Host.Browser(tenant);
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", user), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static string Steps(string role, string[] features, string culture, string moreSteps) => $$"""
        [
          { "name": "feature", "enable": {{JsonSerializer.Serialize(features)}} },
          { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "{{culture}}" },
          { "name": "Users", "Users": [
            { "UserName": "admin", "Email": "", "RoleNames": ["{{role}}"], "Password": "{{Password}}" },
            { "UserName": "buero", "Email": "", "RoleNames": ["Administrator"], "Password": "{{Password}}" },
            { "UserName": "buch", "Email": "", "RoleNames": ["Bookkeeper"], "Password": "{{Password}}" },
            { "UserName": "kunde", "Email": "", "RoleNames": ["Customer"], "Password": "{{Password}}" } ] }
          {{(moreSteps.Length == 0 ? "" : "," + moreSteps)}}
        ]
        """;

    [GeneratedRegex(" ?(</?[a-z][^>]*>) ?")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
