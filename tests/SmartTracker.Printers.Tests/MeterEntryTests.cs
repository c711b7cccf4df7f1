using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain.Meters;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>Counters of devices that are not on the network.</summary>
public class MeterEntryTests
{
    [Fact]
    public void Figures_become_whole_units_and_keep_what_was_written()
    {
        var reads = new MeterEntry("1234", "56.789", " 12.5 ").Reads(Make.Noon, "katrin");
        Assert.Equal([(MeterKind.Impressions, 1234L, "1234"), (MeterKind.MediaArea, 56_789_000L, "56.789"), (MeterKind.MediaLength, 12_500_000L, "12.5")], reads.Select(read => (read.Kind, read.Value, read.Raw)));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1.5")]
    [InlineData("1e9")]
    [InlineData("9999999999")]
    [InlineData("viel")]
    public void What_is_no_count_is_named(string impressions) => Assert.Equal(["Impressions"], new MeterEntry(impressions, null, "1").Unreadable);

    [Fact]
    public void Only_a_counter_that_went_back_asks_for_a_reason()
    {
        var before = new MeterEntry("100", "10", null).Reads(Make.Noon, "katrin");
        Assert.Empty(MeterEntry.Lower(new MeterEntry("100", "10.001", "1").Reads(Make.Noon, "katrin"), before));
        Assert.Equal(MeterKind.MediaArea, Assert.Single(MeterEntry.Lower(new MeterEntry("101", "9.999", null).Reads(Make.Noon, "katrin"), before)).Kind);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_lower_counter_is_stored_only_with_a_reason_and_as_a_new_life(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        using var registered = await admin.SendFormAsync("admin/printers/new?protocol=manual", "admin/printers/new", ("Name", "Großkopierer"), ("Protocol", "manual"), ("SerialNumber", "JP7"), ("Check", "true"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var home = $"admin/printers/{Assert.Single(await world.PrintersAsync()).Id}";
        Assert.Contains("No counter was entered yet.", await admin.GetStringAsync(home), StringComparison.Ordinal);

        using var first = await EnterAsync(admin, home, ("On", "2026-01-31"), ("Impressions", "1000"), ("SquareMetres", "250.5"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("250.5 m²", WebUtility.HtmlDecode(await admin.GetStringAsync(home)), StringComparison.Ordinal);
        using var older = await EnterAsync(admin, home, ("On", "2026-01-30"), ("Impressions", "1001"));
        Assert.Contains("Enter newer ones only.", await older.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var lower = await EnterAsync(admin, home, ("On", "2026-02-28"), ("Impressions", "12"));
        Assert.Contains("A counter stands lower than before. Say what happened to the device", await lower.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var explained = await EnterAsync(admin, home, ("On", "2026-02-28"), ("Impressions", "12"), ("Kind", "Exchanged"), ("NewSerialNumber", "JP8"), ("Reason", "Paper path broken"));
        Assert.Equal(HttpStatusCode.Redirect, explained.StatusCode);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal(("JP8", 2), (printer.SerialNumber, printer.DeviceEpoch));
        var rows = await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<CollectionDbContext>().MeterReads.AsNoTracking().OrderBy(row => row.FirstReadAt).ToListAsync());
        Assert.Equal([("JP7", 1, 1000L), ("JP7", 1, 250_500_000L), ("JP8", 2, 12L)], rows.OrderBy(row => row.DeviceEpoch).ThenBy(row => row.Value).Select(row => (row.PrinterSerial, row.DeviceEpoch, row.Value)));
        Assert.All(rows, row => Assert.Equal("admin", row.EnteredBy));

        // Its counters stay, so it is kept when it is removed.
        using var removed = await admin.SendFormAsync(home + "/remove", home + "/remove");
        Assert.NotNull(Assert.Single(await world.PrintersAsync()).ArchivedAt);
    }

    private static Task<HttpResponseMessage> EnterAsync(HttpClient admin, string home, params (string Name, string Value)[] fields) => admin.SendFormAsync(home + "/meters", home + "/meters", fields);
}
