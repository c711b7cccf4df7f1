using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>The story that the agent exists for, with its real program over real sockets.</summary>
public sealed class WeekWithoutHostTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Jobs_collected_while_the_host_was_down_are_delivered_once(DatabaseEngine engine)
    {
        await using var site = await CustomerSite.StartAsync(engine);
        using var folder = new Folder();
        var data = Path.Combine(folder.Path, "agent");
        var admin = await site.SignInAsync();

        // Enrolled with a token of the site's pages, which tell which printers it reads.
        var server = site.Host.Address + CustomerSite.Nord;
        var enrolled = await AgentProcess.RunAsync("enroll", "--server", server, "--token", await CustomerSite.TokenAsync(admin), "--allow", site.Networks, "--data", data);
        Assert.Equal((0, "Enrolled as Hamburg at nord."), (enrolled.Code, enrolled.Output.Trim()));
        Assert.Contains("without encryption", enrolled.Errors, StringComparison.Ordinal);
        await CustomerSite.AssignAsync(admin, await site.AgentAsync(), (await site.PrintersAsync()).Select(printer => printer.Id));

        // With the host there: everything that the printers know, once.
        using (var agent = AgentProcess.Start("run", "--data", data))
        {
            await agent.EventuallyAsync(async () => (await site.JobsAsync(CustomerSite.Nord)).Count == site.PlannedJobs && CustomerSite.Waiting(data) == 0);
            Assert.DoesNotContain("sta_", agent.Errors, StringComparison.Ordinal);
            await agent.KillAsync();
        }

        await site.Host.StopAsync();
        await VisitWithoutHostAsync(site, data, visits: 2, change: Print);
        var asked = site.Fleet.Printers[0].Requests.Count;
        await VisitWithoutHostAsync(site, data, visits: 4, change: printer => printer.Reprint(Finished(printer).Uuid, 3));
        // Not from the beginning: after what waits in the outbox.
        var list = site.Fleet.Printers[0].Requests.Skip(asked).Select(request => request.Path).Single(path => path.Contains("fromModificationNumber", StringComparison.Ordinal));
        Assert.DoesNotContain("fromModificationNumber=0", list, StringComparison.Ordinal);
        var status = await AgentProcess.RunAsync("status", "--data", data);
        Assert.Equal(1, status.Code);
        Assert.Contains("4 visits", status.Output, StringComparison.Ordinal);

        // The host is back, and so is everything that happened.
        using (var agent = AgentProcess.Start("run", "--data", data))
        {
            await site.Host.StartAgainAsync();
            await agent.EventuallyAsync(() => CustomerSite.Waiting(data) == 0);
            await agent.EventuallyAsync(async () => (await (await site.SignInAsync()).GetAsync("/admin/agents")).Text.Contains("At work", StringComparison.Ordinal));
            Assert.Contains("At work:      yes", (await AgentProcess.RunAsync("status", "--data", data)).Output, StringComparison.Ordinal);
        }

        // The same as if the host had read the printers itself.
        Assert.All(await site.CollectAsync(CustomerSite.Direct), outcome => Assert.True(outcome.IsGood, outcome.Sentence));
        var (delivered, direct) = (await site.JobsAsync(CustomerSite.Nord), await site.JobsAsync(CustomerSite.Direct));
        Assert.Equal(site.PlannedJobs, delivered.Count);
        Assert.Equal(direct.Select(Told), delivered.Select(Told));
        Assert.Contains(delivered, job => job.Revision == 2);
        var counters = await site.CountersAsync(CustomerSite.Direct);
        Assert.NotEmpty(counters);
        Assert.Equal(counters, await site.CountersAsync(CustomerSite.Nord));
        Assert.All(await site.CollectionsAsync(), collection => Assert.Equal(Collection.Domain.CollectionResult.Complete, collection.Result));
    }

    // Killed as soon as it has asked every printer: what it has is on the disk.
    private static async Task VisitWithoutHostAsync(CustomerSite site, string data, int visits, Action<SimulatedPrinter> change)
    {
        foreach (var printer in site.Fleet.Printers)
            change(printer);
        using var agent = AgentProcess.Start("run", "--data", data);
        await agent.EventuallyAsync(() => CustomerSite.Waiting(data) == visits);
        await agent.KillAsync();
    }

    private static void Print(SimulatedPrinter printer) => printer.Add(Finished(printer) with { Uuid = Guid.NewGuid() });

    private static JobPlan Finished(SimulatedPrinter printer) => printer.Plan.Jobs.First(job => job is { PrintedCopies: > 0, InkCubicCentimetres.Count: > 0, Media: not null });

    private static string Told(PrintJobRow job) =>
        $"{job.PrinterSerial} {job.DeviceJobId} {job.Status} {job.UserName} {job.JobName} {job.CopiesPrinted} {job.Impressions} {job.MediaAreaMm2} {job.PageAreaMm2} {job.InkNl} {job.CompletedAt}";
}
