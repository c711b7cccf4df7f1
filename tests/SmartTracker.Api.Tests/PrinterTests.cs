using System.Net;
using System.Net.Http.Json;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class PrinterTests(ApiHosts hosts)
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_program_registers_changes_and_removes_printers_of_its_own_tenant(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var created = await client.CreateAsync("printers", Requests.Printer("Erdgeschoss", "SN-EG"));
        var path = "printers/" + created.Text("id");
        Assert.Equal("notContacted", created.Text("state"));
        Assert.False(created.ContainsKey("adminPassword"));
        Assert.Contains((await client.ReadAsync("printers")).Items(), printer => printer!.Text("name") == "Erdgeschoss");

        var faulty = await (await client.PostAsJsonAsync("printers", new { name = "", address = "http://plotter.example", protocol = "fax" })).FieldErrorsAsync();
        Assert.Equal(["address", "name", "protocol"], faulty.Names());
        Assert.Contains("Only encrypted connections", (string)faulty["address"]![0]!, StringComparison.Ordinal);
        Assert.Equal(["serialNumber"], (await (await client.PostAsJsonAsync("printers", Requests.Printer("Keller", "SN-EG"))).FieldErrorsAsync()).Names());

        var changed = await client.PutAsJsonAsync(path, Requests.Printer("Obergeschoss"));
        Assert.Equal("Obergeschoss", (await changed.JsonAsync()).Text("name"));
        Assert.Equal(["name"], (await (await client.PutAsJsonAsync(path, new { address = "plotter.example" })).FieldErrorsAsync()).Names());
        Assert.Equal(
            ["contact", "identity", "password", "userNames", "certificate", "webProxy", "firmware", "clock", "retention", "snmp", "accountId"],
            (await client.ReadAsync(path + "/readiness"))["checks"]!.AsArray().Select(check => check!.Text("name")));

        using var customer = await host.ClientAsync(role: "Customer");
        Assert.Contains("Printers.View", (await (await customer.GetAsync(path)).ProblemAsync(HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
        using var stranger = await host.ClientAsync(ApiHost.Sued);
        foreach (var refused in new[]
        {
            await stranger.GetAsync(path), await stranger.GetAsync(path + "/readiness"), await stranger.GetAsync(path + "/collections"),
            await stranger.PutAsJsonAsync(path, Requests.Printer("Fremd")), await stranger.DeleteAsync(path), await stranger.PostAsync(path + "/collections", null),
        })
            await refused.ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(path)).StatusCode);
        await (await client.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Site_groups_and_SNMP_go_in_and_secrets_never_come_out()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var client = await host.ClientAsync();
        var created = await client.CreateAsync("printers", new
        {
            name = "Werkstatt",
            address = "plotter-snmp.example",
            site = "Altona",
            groups = new[] { "CAD", "leased" },
            snmp = new { version = "v3", userName = "reader", authentication = "sha256", authenticationSecret = "correct horse", privacy = "aes128", privacySecret = "battery staple" },
        });
        Assert.Equal(("Altona", "v3", 2), (created.Text("site"), created.Text("snmp"), created["groups"]!.AsArray().Count));
        Assert.DoesNotContain("horse", created.ToJsonString(), StringComparison.Ordinal);

        var faulty = await client.PostAsJsonAsync("printers", new { name = "X", address = "other.example", snmp = new { version = "v3", authentication = "sha256", authenticationSecret = "short" } });
        Assert.Equal(["snmpAuthenticationSecret", "snmpUserName"], (await faulty.FieldErrorsAsync()).Names());
        var byHand = await client.CreateAsync("printers", new { name = "Empfang", protocol = "manual", serialNumber = "SN-BY-HAND" });
        Assert.Empty((await client.ReadAsync($"printers/{byHand.Text("id")}/readiness"))["checks"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_collection_is_started_and_its_address_says_what_came_of_it(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = "printers/" + (await client.CreateAsync("printers", Requests.Printer("Unerreichbar"))).Text("id");

        var started = await client.PostAsync(printer + "/collections", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        using var found = await client.GetAsync(started.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        var collection = await found.JsonAsync();
        Assert.Equal(collection.Text("id"), Assert.Single((await client.ReadAsync(printer + "/collections")).Items())!.Text("id"));
    }
}
