using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

public sealed class KeyTests
{
    private static readonly object Printer = new { name = "Plotter EG", address = "plotter.example", protocol = "piws", serialNumber = "SN-1" };

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_key_opens_its_own_tenant_by_its_roles_until_it_expires_or_is_revoked(DatabaseEngine engine)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using var host = await ApiHost.StartAsync(engine, clock);
        var expiring = await host.KeyAsync(ApiHost.Nord, "Bookkeeper", Instant.FromUtc(2026, 11, 21, 0, 0));

        using var bookkeeper = host.Client(ApiHost.Nord, expiring);
        Assert.Equal(HttpStatusCode.OK, (await bookkeeper.GetAsync("printers")).StatusCode);
        var denied = await (await bookkeeper.PostAsJsonAsync("printers", Printer)).ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Contains("Printers.Edit", denied.Text("detail"), StringComparison.Ordinal);

        using var elsewhere = host.Client(ApiHost.Sued, expiring);
        await (await elsewhere.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized);

        clock.Advance(TimeSpan.FromDays(1));
        var expired = await (await bookkeeper.GetAsync("printers")).ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("expired on 2026-11-21", expired.Text("detail"), StringComparison.Ordinal);
    }
}
