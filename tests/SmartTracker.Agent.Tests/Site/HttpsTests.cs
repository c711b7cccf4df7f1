using System.Security.Cryptography.X509Certificates;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Server;
using SmartTracker.PrinterSimulator;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>The agent's program and a host behind TLS, over a real socket: each speaks only to whom it knows.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly SimulatedAuthority _authority = SimulatedAuthority.Create("Nord CA", TimeProvider.System);
    private readonly SimulatedAuthority _stranger = SimulatedAuthority.Create("Somebody", TimeProvider.System);
    private readonly Folder _folder = new();

    private string Data => Path.Combine(_folder.Path, "agent");

    private string Trusted => Path.Combine(_folder.Path, "authorities.pem");

    [Fact]
    public async Task An_agent_speaks_to_its_host_only_and_the_host_to_its_agent_only()
    {
        await File.WriteAllTextAsync(Trusted, _authority.Pem);
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1);
        var good = Issue(_authority);
        await using var door = new TlsDoor(site.Host.Address, good);
        var admin = await site.SignInAsync();
        var token = await CustomerSite.TokenAsync(admin);
        string[] enrol = ["enroll", "--server", door.Address + CustomerSite.Nord, "--token", token, "--allow", site.Networks, "--data", Data];

        // Whoever is not the host does not get the token.
        foreach (var (certificate, refusal) in new[]
        {
            (Issue(_authority, address: "127.0.0.2"), "it is not for 127.0.0.1. It names CN=tracker."),
            (Issue(_authority, days: -2), "it expired on "),
            (Issue(_stranger), "this computer does not trust its authority (CN=Somebody)."),
        })
        {
            door.Present(certificate);
            await AssertRefusedAsync(door, refusal, enrol);
        }

        door.Present(good);
        await AssertRefusedAsync(door, "its public key is not the pinned one.", [.. enrol, "--pin", new string('A', 64)]);
        Assert.False(Directory.Exists(Data) && new AgentFolder(Data).IsEnrolled);
        var enrolled = await RunAsync([.. enrol, "--pin", KeyOf(good)]);
        Assert.Equal((0, "", "Enrolled as Hamburg at nord."), (enrolled.Code, enrolled.Errors.Trim(), enrolled.Output.Trim()));
        Assert.True(door.Heard > 0);

        await CustomerSite.AssignAsync(admin, await site.AgentAsync(), (await site.PrintersAsync()).Select(printer => printer.Id));
        using var agent = AgentProcess.StartTrusting(Trusted, "run", "--data", Data);
        await agent.EventuallyAsync(async () => (await site.JobsAsync(CustomerSite.Nord)).Count == site.PlannedJobs && CustomerSite.Waiting(Data) == 0);

        // Renewed with the same key: nothing to be done. Another key, though its authority is trusted: not a word until a person has looked.
        door.Present(Issue(_authority, sameKeyAs: good));
        await agent.EventuallyAsync(() => door.Heard > 0);
        door.Present(Issue(_authority));
        await agent.EventuallyAsync(() => Problem()?.Contains("its public key is not the pinned one.", StringComparison.Ordinal) == true);
        Assert.Equal(0, door.Heard);
        var status = await RunAsync("status", "--data", Data);
        Assert.Equal(1, status.Code);
        Assert.Contains("Problem:      The host's certificate is not accepted: its public key is not the pinned one.", status.Output, StringComparison.Ordinal);
        door.Present(good);
        await agent.EventuallyAsync(() => Problem() is null);

        // The host's word about whom it speaks to.
        var asked = site.Fleet.Printers[0].Requests.Count;
        Assert.NotNull(new AgentFolder(Data).ReadPlan());
        await admin.PostAsync($"/admin/agents/{await site.AgentAsync()}/revoke");
        await agent.EventuallyAsync(() => Problem()?.Contains("it was revoked", StringComparison.Ordinal) == true);
        Assert.Null(new AgentFolder(Data).ReadPlan());
        Assert.Equal(asked, site.Fleet.Printers[0].Requests.Count);
        Assert.DoesNotContain("sta_", agent.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        _folder.Dispose();
    }

    private async Task AssertRefusedAsync(TlsDoor door, string refusal, string[] enrol)
    {
        var refused = await RunAsync(enrol);
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("The host's certificate is not accepted: " + refusal, refused.Errors.Trim(), StringComparison.Ordinal);
        Assert.Equal(0, door.Heard);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => AgentProcess.RunTrustingAsync(Trusted, arguments);

    private string? Problem() => new AgentFolder(Data).ReadCondition()?.HostProblem;

    private static string Issue(SimulatedAuthority authority, string address = "127.0.0.1", int days = 30, string? sameKeyAs = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return authority.Issue("tracker", address, now.AddDays(-60), now.AddDays(days), sameKeyAs);
    }

    private static string KeyOf(string certificate)
    {
        using var loaded = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(certificate), null);
        return HostTrust.KeyOf(loaded);
    }
}
