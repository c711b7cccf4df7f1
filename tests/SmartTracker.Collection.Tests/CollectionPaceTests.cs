using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class CollectionPaceTests
{
    private static readonly Duration Usual = Duration.FromMinutes(5);

    [Theory]
    [InlineData(0, 10, 5, 5)] // Nothing new.
    [InlineData(1, 10, 5, 5)] // Half the list in 25 minutes.
    [InlineData(10, 10, 5, 2.5)] // The list was new within five minutes.
    [InlineData(500, 10, 5, 1)] // Never more often than every minute.
    [InlineData(10, null, 5, 5)] // It does not say how long its list is.
    public void A_busy_printer_is_read_before_half_its_list_is_new(int changed, int? holds, double elapsed, double minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), CollectionPace.AfterSuccess(Usual, changed, holds, Duration.FromMinutes(elapsed)));

    [Fact]
    public void At_a_steady_pace_no_list_of_a_useful_length_rolls_over_unseen() =>
        Gen.Select(Gen.Int[10, 5000], Gen.Double[0.01, 5]).Sample((holds, perMinute) =>
        {
            var interval = Usual;
            for (var visit = 0; visit < 10; visit++)
                interval = CollectionPace.AfterSuccess(Usual, (int)Math.Ceiling(perMinute * interval.TotalMinutes), holds, interval);
            return perMinute * interval.TotalMinutes <= Math.Max(holds / 2.0 + 1, perMinute);
        });

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(5, 60)]
    [InlineData(1000, 60)]
    public void One_that_does_not_answer_is_asked_ever_more_rarely(int failures, double minutes)
    {
        Assert.Equal(Duration.FromMinutes(minutes), CollectionPace.AfterFailure(Usual, failures, 0.5));
        Assert.Equal(Duration.FromMinutes(minutes) * 0.8, CollectionPace.AfterFailure(Usual, failures, 0));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_printers_whose_time_has_come_are_asked(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 2);
        var dead = world.Fleet.Printers[1];
        await dead.SetFaultAsync(new SimulatorFault.ConnectionRefused());
        await CollectDueAsync(world);
        var asked = world.Printer.Requests.Count;
        Assert.True(asked > 0);

        await CollectDueAsync(world);
        Assert.Equal(asked, world.Printer.Requests.Count);
        var paces = await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<CollectionDbContext>().Paces.AsNoTracking().ToListAsync());
        Assert.Equal([0, 1], paces.Select(pace => pace.Failures).Order());
        Assert.Single(paces, pace => pace.ReadAt is not null);

        await world.ExecuteAsync("DELETE FROM collection_paces");
        await CollectDueAsync(world);
        Assert.True(world.Printer.Requests.Count > asked);
    }

    [Fact]
    public async Task A_printer_whose_whole_list_was_new_is_read_again_a_minute_later_and_one_that_stood_still_as_usual()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await CollectDueAsync(world);
        Assert.Equal(Usual, await WaitAsync(world));
        world.Printer.Remember(4);
        var pattern = world.Printer.Plan.Jobs[^1];
        for (var i = 0; i < 4; i++)
            world.Printer.Add(pattern with { Uuid = Guid.CreateVersion7(), JobUuid = Guid.CreateVersion7() });
        await world.CollectAsync();
        Assert.Equal(CollectionPace.Soonest, await WaitAsync(world));
        await world.CollectAsync();
        Assert.Equal(Usual, await WaitAsync(world));
    }

    private static Task<Duration> WaitAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var pace = await services.GetRequiredService<CollectionDbContext>().Paces.AsNoTracking().SingleAsync();
        return pace.DueAt - pace.ReadAt!.Value;
    });

    [Theory]
    [InlineData(true, 0, 10, VisitLane.Prompt)]
    [InlineData(true, 0, 11, VisitLane.Doubtful)] // It took long.
    [InlineData(true, 1, 0, VisitLane.Doubtful)]
    [InlineData(false, 0, 0, VisitLane.Doubtful)] // Nobody knows yet.
    public void Who_answered_well_and_soon_is_not_kept_waiting_by_the_others(bool wasRead, int failures, int seconds, VisitLane lane) =>
        Assert.Equal(lane, CollectionPace.Lane(wasRead, failures, Duration.FromSeconds(seconds)));

    private static Task CollectDueAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
        await services.GetRequiredService<CollectionRounds>().Begin(await services.GetRequiredService<PrintJobCollector>().DueAsync(CancellationToken.None)));
}
