using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agent.Visiting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Agent;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>Where names are withheld, an agent takes them out before it keeps anything.</summary>
public sealed class NamePrivacyTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_agent_brings_no_withheld_name_and_one_that_cannot_withhold_is_given_no_work(DatabaseEngine engine)
    {
        await using var site = await CustomerSite.StartAsync(engine, printers: 1, hostReaches: false);
        var (agent, client) = await site.EnrolAsync();
        var admin = await site.SignInAsync();
        var printer = (await site.PrintersAsync())[0].Id;
        await CustomerSite.AssignAsync(admin, agent, [printer]);
        var names = site.Fleet.Printers[0].Plan.Jobs.SelectMany(job => new[] { job.UserName, job.JobName }).Where(name => name.Length > 4).Distinct().ToList();

        // Read before anybody decided, on its way when somebody did.
        var before = await PlanAsync(client, withholds: true);
        Assert.Null(before.Names);
        var late = await VisitAsync(site, before);
        Assert.Contains(late.Jobs.Answers, answer => Holds(answer.Body, names));
        await site.InAsync(CustomerSite.Nord, services => services.GetRequiredService<NamePrivacyChanger>().ChangeAsync(NameHandling.Pseudonymise, NameHandling.Drop, "admin", CancellationToken.None));

        var old = await PlanAsync(client, withholds: false);
        Assert.Null(old.Names);
        Assert.All(old.Printers, planned => Assert.True(planned is { IsStopped: true, Password: null }));
        Assert.Contains("cannot take them out", (await admin.GetAsync($"/admin/agents/{agent}")).Text, StringComparison.Ordinal);

        var plan = await PlanAsync(client, withholds: true);
        Assert.Equal(("Pseudonymise", "Drop", Pseudonym.KeyLength), (plan.Names!.Users, plan.Names.Jobs, plan.Names.Key!.Length));
        Assert.DoesNotContain(Convert.ToBase64String(plan.Names.Key), plan.ToString(), StringComparison.Ordinal);
        var visit = await VisitAsync(site, plan);
        Assert.DoesNotContain(visit.States.Prepend(visit.Jobs).SelectMany(fetch => fetch.Answers), answer => Holds(answer.Body, names));
        Assert.Equal(late.After.Cursor, visit.After.Cursor);
        await DeliverAsync(client, visit);
        await DeliverAsync(client, late);

        var jobs = await site.JobsAsync(CustomerSite.Nord);
        Assert.Equal(site.PlannedJobs, jobs.Count);
        var expected = site.Fleet.Printers[0].Plan.Jobs.Select(job => job.UserName.Length > 0 ? Pseudonym.Of(plan.Names.Key, NameKind.User, job.UserName) : null);
        Assert.Equal(expected.Order(), jobs.Select(job => job.UserName).Order());
        Assert.All(jobs, job => Assert.True(job is { JobName: null, Revision: 1 }));
        Assert.Empty(await ArchivedAsync(site, names));
        client.Dispose();
    }

    [Fact]
    public void What_an_agent_does_not_understand_it_does_not_keep()
    {
        Assert.Equal((NameHandling.Collect, NameHandling.Collect), Told(null));
        Assert.Equal((NameHandling.Collect, NameHandling.Drop), Told(new PlannedNames("Collect", "Drop", null)));
        Assert.Equal((NameHandling.Drop, NameHandling.Drop), Told(new PlannedNames("Encrypt", "Pseudonymise", null)));
        Assert.Equal((NameHandling.Drop, NameHandling.Collect), Told(new PlannedNames("Pseudonymise", "Collect", [1, 2, 3])));
        Assert.Equal((NameHandling.Pseudonymise, NameHandling.Collect), Told(new PlannedNames("Pseudonymise", "Collect", new byte[Pseudonym.KeyLength])));

        static (NameHandling, NameHandling) Told(PlannedNames? planned) => VisitWords.Names(planned) is var names ? (names.Users, names.Jobs) : default;
    }

    private static async Task<AgentPlan> PlanAsync(HttpClient client, bool withholds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AgentPaths.Plan);
        if (withholds)
            request.Headers.Add(AgentPaths.Abilities, AgentPaths.WithholdsNames);
        using var answer = await client.SendAsync(request);
        return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(), AgentJson.Default.AgentPlan)!;
    }

    private static async Task<AgentVisit> VisitAsync(CustomerSite site, AgentPlan plan)
    {
        var visitor = new PrinterVisitor(PrinterProtocols.All(TimeProvider.System), new LocalNetworks([site.Networks]), TimeProvider.System, NullLogger<PrinterVisitor>.Instance);
        return (await visitor.VisitAsync(plan, Assert.Single(plan.Printers), null, withState: true, CancellationToken.None))!;
    }

    private static async Task DeliverAsync(HttpClient client, AgentVisit visit)
    {
        using var content = new ByteArrayContent(await Make.PackAsync(visit)) { Headers = { ContentType = new MediaTypeHeaderValue(AgentPaths.VisitType) } };
        using var answer = await client.PostAsync(AgentPaths.Visits, content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<List<RawAnswer>> ArchivedAsync(CustomerSite site, List<string> names) => site.InAsync(CustomerSite.Nord, async services =>
    {
        var archived = new List<RawAnswer>();
        foreach (var collection in await services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().ToListAsync())
            archived.AddRange(await services.GetRequiredService<RawArchive>().ReadAsync(collection.Id, CancellationToken.None));
        Assert.NotEmpty(archived);
        return archived.Where(answer => Holds(answer.Body, names)).ToList();
    });

    private static bool Holds(byte[] body, IEnumerable<string> names) => names.Any(name => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0);
}
