using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.SnmpPeers;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>Printers of which only the state is read.</summary>
public class SnmpPrinterPagesTests
{
    [Fact]
    public async Task A_printer_without_jobs_is_found_or_registered_by_its_SNMP_agent_and_is_never_asked_for_jobs()
    {
        await using var plotter = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("plotter")));
        await using var office = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("office")));
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, ports: [plotter.Port, office.Port]);
        using var admin = await world.SignInAsync();
        using var bare = await RegisterAsync(admin, plotter.Port);
        Assert.Contains("A printer without jobs is read through SNMP: choose a version.", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var registered = await RegisterAsync(admin, plotter.Port, ("SnmpVersion", "V2c"), ("SnmpCommunity", "public"));
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(registered.Headers.Location));
        Assert.Contains("The printer answers: Simulated DesignJet 36in, serial number SIM0000042.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Collect now", page, StringComparison.Ordinal);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal((Printer.StateOnly, $"snmp://127.0.0.1:{plotter.Port}/"), (printer.Protocol, printer.Address));
        Assert.Contains("SNMP V2c without encryption", await admin.GetStringAsync($"admin/printers/{printer.Id}/readiness"), StringComparison.Ordinal);

        using var started = await admin.SendFormAsync("admin/printers/discover", "admin/printers/discover", ("networks", $"127.0.0.1/32:{string.Join(',', world.Fleet.Printers.Select(known => known.Plan.Port).Concat([plotter.Port, office.Port]))}"));
        var path = started.Headers.Location!.OriginalString[started.Headers.Location.OriginalString.IndexOf("admin/", StringComparison.Ordinal)..];
        for (page = ""; !page.Contains("Search again", StringComparison.Ordinal);)
            page = WebUtility.HtmlDecode(await admin.GetStringAsync(path));
        Assert.Contains("4 printers found, 3 of them new.", page, StringComparison.Ordinal);
        using var added = await admin.SendFormAsync(path, path + "/register", ("chosen", $"snmp://127.0.0.1:{office.Port}/"));
        var found = (await world.PrintersAsync()).Single(known => known.Address.EndsWith($":{office.Port}/", StringComparison.Ordinal));
        Assert.Equal(("SIMB000007", "0002A5000001", "Simulated Laser C"), (found.SerialNumber, found.MacAddress, found.Model));

        var access = await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<IPrinterConnections>().FindAsync(found.Id, CancellationToken.None));
        Assert.Equal((false, "public", $"snmp://127.0.0.1:{office.Port}/"), (access!.GivesJobs, access.Snmp!.Community, access.SnmpAddress!.AbsoluteUri));
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient admin, int port, params (string Name, string Value)[] more) => admin.SendFormAsync("admin/printers/new", "admin/printers/new", [("Complete", "true"), ("Check", "true"), ("Name", "Zustand"), ("Address", $"127.0.0.1:{port}"), ("Protocol", "none"), .. more]);
}
