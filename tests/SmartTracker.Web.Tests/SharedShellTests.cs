using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

/// <summary>Shells with the same features share addresses and compiled views. What must not be shared with them.</summary>
public class SharedShellTests
{
    private const string WithPrinters = """[{"name":"feature","enable":["SmartTracker.Printers"]}]""";

    [Fact]
    public async Task Whoever_sent_a_form_first_every_tenant_takes_its_own_token_and_no_other()
    {
        await using var host = await StartAsync();
        var sessions = new Dictionary<string, Session>();
        foreach (var tenant in new[] { "nord", "sued", "west" })
            sessions[tenant] = await Session.OpenAsync(host, tenant, null, "");
        foreach (var from in sessions.Keys.Concat(sessions.Keys.Reverse()))
        {
            foreach (var to in sessions.Keys)
            {
                var answer = await sessions[from].At(sessions[to]).PostAsync("/login", ("UserName", "nobody"), ("Password", "a wrong one"));
                Assert.True(answer.Status == (from == to ? 200 : 400), $"{from} at {to}: {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task Addresses_are_pooled_only_between_equals()
    {
        await using var host = await StartAsync();
        var (nord, sued, west) = (await EndpointsAsync(host, "nord"), await EndpointsAsync(host, "sued"), await EndpointsAsync(host, "west"));
        Assert.Same(nord, sued);
        Assert.NotSame(nord, west);
        Assert.True(nord.Endpoints.Count > west.Endpoints.Count);
        Assert.Equal(nord.Endpoints.Count, nord.Endpoints.Distinct().Count());

        using var withPrinters = host.Browser("sued");
        using var without = host.Browser("west");
        Assert.Equal(HttpStatusCode.Redirect, (await withPrinters.GetAsync("admin/printers")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await without.GetAsync("admin/printers")).StatusCode);
    }

    [Fact]
    public async Task Each_sends_people_to_sign_in_at_its_own_address()
    {
        await using var host = await StartAsync();
        foreach (var tenant in new[] { "sued", "nord", "west" })
        {
            using var browser = host.Browser(tenant);
            var answer = await browser.GetAsync("account");
            Assert.StartsWith($"/{tenant}/login", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_tenant_that_loses_a_feature_leaves_its_neighbours_as_they_are()
    {
        await using var host = await StartAsync();
        using var nord = host.Browser("nord");
        using var sued = host.Browser("sued");
        foreach (var browser in new[] { nord, sued })
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("admin/printers")).StatusCode);
        await host.Tenants.ChangeFeaturesAsync("nord", [], ["SmartTracker.Printers"], CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await nord.GetAsync("admin/printers")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sued.GetAsync("admin/printers")).StatusCode);
        Assert.Same(await EndpointsAsync(host, "nord"), await EndpointsAsync(host, "west"));
    }

    private static async Task<RunningHost> StartAsync()
    {
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "None" });
        await host.CreateTenantAsync(Tenant.DefaultName);
        await host.CreateTenantAsync("nord", WithPrinters);
        await host.CreateTenantAsync("sued", WithPrinters);
        await host.CreateTenantAsync("west");
        return host;
    }

    private static Task<EndpointDataSource> EndpointsAsync(RunningHost host, string tenant) =>
        host.InTenantAsync(tenant, services => Task.FromResult(services.GetRequiredService<EndpointDataSource>()));
}
