using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class MeterReadStoreTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 1, 0, 0);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_counter_costs_a_row_only_when_it_moves_whatever_comes_late_or_twice(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        Assert.Equal(new MeterNews(true, null), await AddAsync(world, 0, 100, 7));
        Assert.Equal(new MeterNews(false, At(0)), await AddAsync(world, 1, 100, 7));
        Assert.Equal(new MeterNews(true, At(1)), await AddAsync(world, 2, 105, 7));
        Assert.Equal(new MeterNews(false, At(2)), await AddAsync(world, 4, 105, 7));
        // Twice, and late: nothing is shortened, nothing doubled.
        Assert.False((await AddAsync(world, 4, 105, 7)).Moved);
        Assert.False((await AddAsync(world, 3, 105, 7)).Moved);
        Assert.False((await AddAsync(world, 1, 100, 7)).Moved);
        Assert.Equal(
            [("impressions", 100L, At(0), At(1)), ("impressions", 105L, At(2), At(4)), ("sheets", 7L, At(0), At(4))],
            await RowsAsync(world));
        Assert.Equal(new MeterNews(false, null), await world.Host.InTenantAsync(World.Tenant, async services =>
            await services.GetRequiredService<MeterReadStore>().AddAsync(await PrinterAsync(services), "S", [], At(5), CancellationToken.None)));
    }

    private static Instant At(int hours) => Start + Duration.FromHours(hours);

    private static Task<MeterNews> AddAsync(World world, int hours, long impressions, long sheets) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        ObservedMeter[] meters = [new("impressions", MeterKind.Impressions, impressions, $"{impressions}", "impressions"), new("sheets", MeterKind.MediaSheets, sheets, $"{sheets}", "sheets")];
        return await services.GetRequiredService<MeterReadStore>().AddAsync(await PrinterAsync(services), "S", meters, At(hours), CancellationToken.None);
    });

    private static async Task<RegisteredPrinter> PrinterAsync(IServiceProvider services) =>
        Assert.Single(await services.GetRequiredService<IPrinterConnections>().ListAsync(CancellationToken.None));

    private static Task<List<(string Meter, long Value, Instant First, Instant Last)>> RowsAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var rows = await services.GetRequiredService<CollectionDbContext>().MeterReads.AsNoTracking().OrderBy(row => row.Meter).ThenBy(row => row.FirstReadAt).ToListAsync();
        return rows.Select(row => (row.Meter, row.Value, row.FirstReadAt, row.LastReadAt)).ToList();
    });
}
