using System.Net;
using System.Net.Http.Json;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class TenantTests(ApiHosts hosts)
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_provider_creates_a_tenant_switches_its_features_and_takes_it_off(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var provider = await host.ClientAsync(Tenant.DefaultName, "Operator");
        var west = new { name = "west", recipe = "nord-recipe", urlPrefix = "west" };
        using var created = await provider.PostAsync("tenants", west, "create-west");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("running", (await (await provider.GetAsync(created.Headers.Location)).JsonAsync()).Text("state"));
        using var again = await provider.PostAsync("tenants", west, "create-west");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await (await provider.PostAsJsonAsync("tenants", west)).ProblemAsync(HttpStatusCode.Conflict);

        foreach (var wrong in new object[] { new { name = "ost", recipe = "nord-recipe", urlPrefix = "admin" }, new { name = "ost", recipe = "nord-recipe", urlPrefix = "west" }, new { name = "ost", recipe = "none", urlPrefix = "ost" }, new { } })
            await (await provider.PostAsJsonAsync("tenants", wrong)).FieldErrorsAsync();
        Assert.DoesNotContain((await provider.ReadAsync("tenants")).Items(), tenant => tenant!.Text("name") == "ost");

        await (await provider.PostAsJsonAsync("tenants/west/features", new { enable = new[] { "SmartTracker.Nothing" } })).FieldErrorsAsync();
        var changed = await (await provider.PostAsJsonAsync("tenants/west/features", new { disable = new[] { "SmartTracker.Bills" } })).JsonAsync();
        Assert.DoesNotContain("SmartTracker.Bills", changed["features"]!.AsArray().Select(feature => (string)feature!));
        Assert.False((bool)(await provider.ReadAsync("tenants/west/features")).Items().Single(feature => feature!.Text("id") == "SmartTracker.Bills")!["isEnabled"]!);

        using var west2 = await host.ClientAsync("west");
        Assert.Equal(HttpStatusCode.OK, (await west2.GetAsync("printers")).StatusCode);
        Assert.Equal("disabled", (await (await provider.PostAsync("tenants/west/disable", null)).JsonAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.NotFound, (await west2.GetAsync("printers")).StatusCode);
        await (await provider.GetAsync("tenants/west/printers")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("running", (await (await provider.PostAsync("tenants/west/enable", null)).JsonAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.OK, (await west2.GetAsync("printers")).StatusCode);

        foreach (var path in new[] { "tenants/nobody", "tenants/nobody/features" })
            await (await provider.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);
        foreach (var path in new[] { "tenants/nobody/disable", "tenants/nobody/enable" })
            await (await provider.PostAsync(path, null)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_providers_key_works_in_a_customers_tenant_only_under_its_name_and_under_the_same_rules(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        var key = await host.KeyAsync(Tenant.DefaultName, "Operator");
        using var provider = host.Client(Tenant.DefaultName, key);
        using var nord = await host.ClientAsync();

        var made = await provider.CreateAsync("tenants/nord/printers", Requests.Printer("Ferne", "SN-FAR"), "far-printer");
        Assert.Equal("Ferne", (await nord.ReadAsync("printers/" + made.Text("id"))).Text("name"));
        using var again = await provider.PostAsync("tenants/nord/printers", Requests.Printer("Ferne", "SN-FAR"), "far-printer");
        Assert.Equal((HttpStatusCode.Created, made.Text("id")), (again.StatusCode, (await again.JsonAsync()).Text("id")));
        Assert.StartsWith("/api/v1/tenants/nord/printers/", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["name"], (await (await provider.PostAsJsonAsync("tenants/nord/printers", new { address = "a.example" })).FieldErrorsAsync()).Names());
        await (await provider.GetAsync("tenants/sued/printers/" + made.Text("id"))).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NoContent, (await provider.DeleteAsync("tenants/nord/printers/" + made.Text("id"))).StatusCode);

        foreach (var path in new[] { "tenants/nobody/printers", "tenants/Default/printers", "tenants/nord/invoices", "tenants/nord/nothing", "tenants/nord/tenants", "tenants/nord/../../../admin" })
            await (await provider.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);

        using var direct = host.Client(ApiHost.Nord, key);
        await (await direct.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized);
        using var bookkeeper = await host.ClientAsync(Tenant.DefaultName, "Bookkeeper");
        foreach (var path in new[] { "tenants", "tenants/nord", "tenants/nord/printers" })
            await (await bookkeeper.GetAsync(path)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await nord.GetAsync("tenants/sued/printers")).ProblemAsync(HttpStatusCode.NotFound);
    }
}
