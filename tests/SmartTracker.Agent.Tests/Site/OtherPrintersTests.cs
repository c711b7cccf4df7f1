using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Data;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.SnmpPeers;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>Printers that are not read by PIWS, through the agent's own program.</summary>
public sealed class OtherPrintersTests
{
    private const string Pages = "Plotter 1";

    [Fact]
    public async Task A_printer_with_pages_only_one_that_speaks_IPP_and_one_without_jobs_say_through_an_agent_what_they_say_to_the_host()
    {
        await using var snmpd = await Snmpd.StartAsync([.. CustomerSite.SnmpUser, .. Devices.Lines("plotter")]);
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 2, snmpPort: snmpd.Port, change: Kind);
        // The hall is elsewhere, and the pages show its time without saying so.
        foreach (var tenant in new[] { CustomerSite.Nord, CustomerSite.Direct })
        {
            await site.InAsync(tenant, services => services.GetRequiredService<PrintersDbContext>().Sites.ExecuteUpdateAsync(
                set => set.SetProperty(hall => hall.TimeZoneId, "America/New_York")));
        }

        using var folder = new Folder();
        var data = Path.Combine(folder.Path, "agent");
        var admin = await site.SignInAsync();
        var enrolled = await AgentProcess.RunAsync(
            "enroll", "--server", site.Host.Address + CustomerSite.Nord, "--token", await CustomerSite.TokenAsync(admin), "--allow", site.Networks, "--data", data);
        Assert.Equal(0, enrolled.Code);
        var printers = await site.PrintersAsync();
        var id = await site.AgentAsync();
        await CustomerSite.AssignAsync(admin, id, printers.Select(printer => printer.Id));
        using (var agent = AgentProcess.Start("run", "--data", data))
        {
            await agent.EventuallyAsync(async () =>
                (await site.CollectionsAsync()).Where(row => row.EndedAt is not null).Select(row => row.PrinterId).Distinct().Count() == printers.Count && CustomerSite.Waiting(data) == 0);
            Assert.DoesNotContain("privpass123", agent.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("could not be followed", agent.Errors, StringComparison.Ordinal);
        }

        Assert.All(await site.CollectAsync(CustomerSite.Direct), outcome => Assert.True(outcome.IsGood, outcome.Sentence));
        Assert.All(await site.CollectionsAsync(), collection => Assert.Equal(Collection.Domain.CollectionResult.Complete, collection.Result));
        var (delivered, direct) = (await site.JobsAsync(CustomerSite.Nord), await site.JobsAsync(CustomerSite.Direct));
        Assert.Equal(2, delivered.Select(job => job.PrinterSerial).Distinct().Count());
        Assert.Equal(direct.Select(Told), delivered.Select(Told));
        var planned = site.Fleet.Printers[0].Plan.Jobs.ToLookup(job => job.JobName);
        Assert.All(
            delivered.Where(job => job.PrinterSerial == site.Fleet.Printers[0].Plan.SerialNumber && job.CompletedAt is not null),
            job => Assert.Contains(planned[job.JobName!], plan => Math.Abs((plan.CompletedAt!.Value - job.CompletedAt!.Value.ToDateTimeOffset()).TotalSeconds) < 1));

        // Supplies and counters of all three, the last one known by nothing but SNMP.
        var levels = await LevelsAsync(site, CustomerSite.Nord);
        Assert.Equal(await LevelsAsync(site, CustomerSite.Direct), levels);
        Assert.All(printers, printer => Assert.Contains(levels, level => level.StartsWith(printer.Name, StringComparison.Ordinal)));
        var counters = await site.CountersAsync(CustomerSite.Nord);
        Assert.Equal(await site.CountersAsync(CustomerSite.Direct), counters);
        Assert.Contains(counters, counter => counter.Contains("SIM0000042", StringComparison.Ordinal));

        var page = (await admin.GetAsync($"/admin/agents/{id}")).Text;
        Assert.Contains("At work", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">not yet</span>", page, StringComparison.Ordinal);
        var stateOnly = printers.Single(printer => printer.Name == "State only").Id;
        Assert.Contains("Last visit delivered: ", (await admin.GetAsync($"/admin/printers/{stateOnly}")).Text, StringComparison.Ordinal);
        Assert.All(await site.PrintersAsync(), printer => Assert.Null(printer.Problem));
    }

    private static PrinterPlan Kind(PrinterPlan printer) => printer.Name == Pages
        ? printer with { Ews = new EwsPlan { Language = EwsLanguage.German, Export = EwsExport.Text, SpeaksPiws = false }, Zone = "America/New_York" }
        : printer with
        {
            Jobs = [.. printer.Jobs.OrderBy(job => job.SubmittedAt).Select((job, at) => job with { Number = at + 1 })],
            Ipp = new IppPlan { SwitchedOnAt = printer.Jobs.Min(job => job.SubmittedAt)!.Value.AddHours(-1), NextNumber = printer.Jobs.Count + 1 },
        };

    // IPP printers tell times by their own running time, to the second of the answer.
    private static string Told(PrintJobRow job) =>
        $"{job.PrinterSerial} {job.DeviceJobId} {job.Status} {job.UserName} {job.JobName} {job.CopiesPrinted} {job.Impressions} {job.MediaAreaMm2} {job.PageAreaMm2} {job.InkNl}";

    private static async Task<IReadOnlyList<string>> LevelsAsync(CustomerSite site, string tenant)
    {
        var names = (await site.PrintersAsync(tenant)).ToDictionary(printer => printer.Id, printer => printer.Name);
        var levels = await site.InAsync(tenant, services => services.GetRequiredService<PrintersDbContext>().ConsumableLevels.AsNoTracking().ToListAsync());
        return [.. levels.Select(level => string.Create(CultureInfo.InvariantCulture, $"{names[level.PrinterId]} {level.Slot} {level.SerialNumber} {level.Permille}")).Order(StringComparer.Ordinal)];
    }
}
