using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agent.Visiting;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Protocols.Agent;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

public sealed class DeliveryTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_visit_counts_once_however_often_and_in_whichever_state_it_is_delivered(DatabaseEngine engine)
    {
        await using var site = await CustomerSite.StartAsync(engine, printers: 1, hostReaches: false);
        var (agent, client, printer) = await ReadyAsync(site);
        var visit = await VisitAsync(site, client, printer);
        var packed = await Make.PackAsync(visit);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DeliverAsync(client, packed)));
        Assert.Single(answers, answer => answer.Result == VisitReceipt.Stored);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
        Assert.Equal((HttpStatusCode.OK, VisitReceipt.Known), await DeliverAsync(client, packed));
        Assert.Equal(site.PlannedJobs, (await site.JobsAsync(CustomerSite.Nord)).Count);

        // As a host leaves it that was killed between archive and books.
        await site.InAsync(CustomerSite.Nord, async services =>
        {
            var context = services.GetRequiredService<CollectionDbContext>();
            foreach (var table in new[] { "print_job_sightings", "print_jobs", "highest_job_ids", "coverage_intervals", "collection_marks" })
#pragma warning disable EF1002 // The names are those above.
                await context.Database.ExecuteSqlRawAsync($"DELETE FROM {table}");
#pragma warning restore EF1002
            return await context.Database.ExecuteSqlRawAsync("UPDATE collections SET ended_at = NULL, result = 'Running'");
        });
        Assert.Equal((HttpStatusCode.OK, VisitReceipt.Stored), await EventuallyDeliveredAsync(client, packed));
        Assert.Equal(site.PlannedJobs, (await site.JobsAsync(CustomerSite.Nord)).Count);
        var collection = Assert.Single(await site.CollectionsAsync());
        Assert.Equal((visit.Id, CollectionResult.Complete), (collection.Id.Value, collection.Result));
        Assert.Single(await site.InAsync(CustomerSite.Nord, services => services.GetRequiredService<AgentPrinterStore>().LatestVisitsAsync(agent, 10, CancellationToken.None)));

        // The plan says where the books end, and its tag that nothing else has changed.
        var (plan, tag) = await PlanAsync(client);
        Assert.Equal(visit.After.Cursor, Assert.Single(plan!.Printers).Cursor);
        Assert.Equal((null, tag), await PlanAsync(client, tag));
        client.Dispose();
    }

    [Fact]
    public async Task A_printer_of_an_agent_is_left_alone_by_the_host_until_it_is_taken_back()
    {
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1);
        var (agent, client, printer) = await ReadyAsync(site);
        var visit = await VisitAsync(site, client, printer);
        var asked = site.Fleet.Printers[0].Requests.Count;

        var outcome = Assert.Single(await site.CollectAsync(CustomerSite.Nord));
        Assert.Equal((CollectionResult.Paused, "Not begun. This printer is read by the agent Hamburg; this host does not connect to it."), (outcome.Result, outcome.Sentence));
        var admin = await site.SignInAsync();
        await admin.PostAsync($"/admin/printers/{printer}/test");
        Assert.Equal(asked, site.Fleet.Printers[0].Requests.Count);
        Assert.Contains("Read by an on-site agent", (await admin.GetAsync($"/admin/printers/{printer}")).Text, StringComparison.Ordinal);

        // Taken back: the plan forgets it at once, and what was fetched before is not lost.
        await CustomerSite.AssignAsync(admin, agent, []);
        Assert.Empty((await PlanAsync(client)).Plan!.Printers);
        Assert.Equal((HttpStatusCode.OK, VisitReceipt.Stored), await DeliverAsync(client, await Make.PackAsync(visit)));
        Assert.True(Assert.Single(await site.CollectAsync(CustomerSite.Nord)).IsGood);
        Assert.True(site.Fleet.Printers[0].Requests.Count > asked);
        var later = visit with { Id = Guid.CreateVersion7(), StartedAt = TimeProvider.System.GetUtcNow() };
        Assert.Equal(HttpStatusCode.NotFound, (await DeliverAsync(client, await Make.PackAsync(later))).Status);
        Assert.Equal(site.PlannedJobs, (await site.JobsAsync(CustomerSite.Nord)).Count);
        client.Dispose();
    }

    [Fact]
    public async Task What_is_no_visit_of_this_agent_is_refused_for_good_and_what_failed_is_told()
    {
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1);
        var (_, client, printer) = await ReadyAsync(site);
        var visit = await VisitAsync(site, client, printer);
        foreach (var (body, status) in new[]
        {
            (new byte[] { 1, 2, 3 }, HttpStatusCode.BadRequest),
            ((await Make.PackAsync(visit))[..^9], HttpStatusCode.BadRequest),
            (await Make.PackAsync(visit with { PrinterId = Guid.CreateVersion7() }), HttpStatusCode.NotFound),
            // The other tenant's: its id is as unknown here as one that was made up.
            (await Make.PackAsync(visit with { PrinterId = (await site.PrintersAsync(CustomerSite.Direct))[0].Id.Value }), HttpStatusCode.NotFound),
        })
        {
            using var answer = await client.PostAsync(AgentPaths.Visits, Packed(body));
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(AgentPaths.Refused, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(await site.CollectionsAsync());
        var refused = visit with { Jobs = visit.Jobs with { Answers = [], Failure = new VisitFailure("PasswordRefused", ["/jobs"]) } };
        Assert.Equal((HttpStatusCode.OK, VisitReceipt.Stored), await DeliverAsync(client, await Make.PackAsync(refused)));
        Assert.True(Assert.Single((await PlanAsync(client)).Plan!.Printers) is { IsStopped: true, Password: null });
        Assert.Contains("refused the stored password", (await (await site.SignInAsync()).GetAsync($"/admin/printers/{printer}")).Text, StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task An_agent_says_how_it_is_and_its_page_says_what_to_do()
    {
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1);
        var (agent, client, _) = await ReadyAsync(site);
        var now = TimeProvider.System.GetUtcNow();
        var report = new AgentReport("1.2", "<b>hamburg</b>", now.AddMinutes(7.5), 3, 5 * 1024 * 1024, now.AddDays(-2), 1, [AgentWarnings.OutboxFull, "somethingNew"]);
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(client, report));
        var page = (await (await site.SignInAsync()).GetAsync($"/admin/agents/{agent}")).Text;
        foreach (var said in new[] { "Needs a look", "3 visits wait, 5.0", "7 min fast", "&lt;b&gt;hamburg&lt;/b&gt;", "Its outbox is full", "somethingNew", "clock of its computer is wrong", "refused here for good" })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync(client, report with { WaitingVisits = -1 }));
        Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync(client, report with { Warnings = ["<script>"] }));
        client.Dispose();
    }

    /// <summary>An agent that reads the first printer.</summary>
    private static async Task<(AgentId Agent, HttpClient Client, PrinterId Printer)> ReadyAsync(CustomerSite site)
    {
        var (agent, client) = await site.EnrolAsync();
        var printer = (await site.PrintersAsync())[0].Id;
        Assert.Equal(302, (await CustomerSite.AssignAsync(await site.SignInAsync(), agent, [printer])).Status);
        return (agent, client, printer);
    }

    /// <summary>As the agent makes it, from the host's plan.</summary>
    private static async Task<AgentVisit> VisitAsync(CustomerSite site, HttpClient client, PrinterId printer)
    {
        var plan = (await PlanAsync(client)).Plan!;
        var planned = plan.Printers.Single(known => known.Id == printer.Value);
        var visitor = new PrinterVisitor(PrinterProtocols.All(TimeProvider.System), new LocalNetworks([site.Networks]), TimeProvider.System, NullLogger<PrinterVisitor>.Instance);
        return (await visitor.VisitAsync(plan, planned, null, withState: true, CancellationToken.None))!;
    }

    private static async Task<(AgentPlan? Plan, string? Tag)> PlanAsync(HttpClient client, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AgentPaths.Plan);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await client.SendAsync(request);
        var plan = answer.StatusCode == HttpStatusCode.NotModified ? null : JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(), AgentJson.Default.AgentPlan);
        return (plan, answer.Headers.ETag?.ToString());
    }

    private static async Task<(HttpStatusCode Status, string? Result)> DeliverAsync(HttpClient client, byte[] packed)
    {
        using var answer = await client.PostAsync(AgentPaths.Visits, Packed(packed));
        var text = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode ? JsonSerializer.Deserialize(text, AgentJson.Default.VisitReceipt)!.Result : null);
    }

    // What a killed host left is free again when its lease is over.
    private static async Task<(HttpStatusCode Status, string? Result)> EventuallyDeliveredAsync(HttpClient client, byte[] packed)
    {
        (HttpStatusCode Status, string? Result) answer = default;
        await Eventually.IsTrueAsync(async () => (answer = await DeliverAsync(client, packed)).Status == HttpStatusCode.OK, () => $"The host answers {answer}.");
        return answer;
    }

    private static async Task<HttpStatusCode> ReportAsync(HttpClient client, AgentReport report)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(report, AgentJson.Default.AgentReport));
        using var answer = await client.PutAsync(AgentPaths.Report, content);
        return answer.StatusCode;
    }

    private static ByteArrayContent Packed(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue(AgentPaths.VisitType) } };
}
