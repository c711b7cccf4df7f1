using SmartTracker.Abstractions.Data;
using SmartTracker.Agent.Files;
using SmartTracker.Printers.Abstractions;
using SmartTracker.PrinterSimulator;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>What a person changes in the tenant's pages while the agent runs.</summary>
public sealed class ChangingPlanTests
{
    [Fact]
    public async Task A_printer_ticked_another_unticked_and_a_password_put_right_reach_a_running_agent_within_moments()
    {
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, hostReaches: false);
        using var folder = new Folder();
        var data = Path.Combine(folder.Path, "agent");
        var admin = await site.SignInAsync();
        await AgentProcess.RunAsync("enroll", "--server", site.Host.Address + CustomerSite.Nord, "--token", await CustomerSite.TokenAsync(admin), "--allow", site.Networks, "--data", data);
        var id = await site.AgentAsync();
        var (first, second) = (await PrinterAsync(site, "Plotter 1"), await PrinterAsync(site, "Plotter 2"));
        var (one, other) = (site.Fleet.Printers[0], site.Fleet.Printers[1]);
        using var agent = AgentProcess.Start("run", "--data", data);
        await agent.EventuallyAsync(() => new AgentFolder(data).ReadPlan() is { Plan.Printers.Count: 0 });

        await CustomerSite.AssignAsync(admin, id, [first.Id]);
        await agent.EventuallyAsync(async () => (await site.JobsAsync(CustomerSite.Nord)).Count == one.Plan.Jobs.Count);
        Assert.Empty(other.Requests);

        // The one goes, the other comes, with a password that the printer does not take: asked once, and not again.
        await other.SetFaultAsync(new SimulatorFault.PasswordChanged());
        await CustomerSite.AssignAsync(admin, id, [second.Id]);
        await agent.EventuallyAsync(() => new AgentFolder(data).ReadPlan() is { Plan.Printers: [{ IsStopped: true, Password: null }] });
        var (askedOne, askedOther) = (one.Requests.Count, other.Requests.Count);
        Assert.Contains("refused the stored password", (await admin.GetAsync($"/admin/printers/{second.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(one.Plan.Jobs.Count, (await site.JobsAsync(CustomerSite.Nord)).Count);

        // Put right by a person: asked at once, though the next visit would not be due for minutes.
        await admin.PostAsync($"/admin/printers/{second.Id}/edit", ("Name", second.Name), ("Address", second.Address.Authority), ("Protocol", "piws"), ("AdminPassword", other.Plan.AdminPassword + "-changed"));
        await agent.EventuallyAsync(async () => (await site.JobsAsync(CustomerSite.Nord)).Count == site.PlannedJobs);
        Assert.True(other.Requests.Count > askedOther);
        Assert.Equal(askedOne, one.Requests.Count);
        Assert.Null((await PrinterAsync(site, second.Name)).Problem);
        // One visit to the first, a refused and a good one to the second.
        Assert.Equal(3, (await site.CollectionsAsync()).Count);
        Assert.DoesNotContain(other.Plan.AdminPassword, agent.Errors, StringComparison.Ordinal);
    }

    private static async Task<PrinterSummary> PrinterAsync(CustomerSite site, string name) => (await site.PrintersAsync()).Single(printer => printer.Name == name);
}
