using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Who may collect from a printer when the one that began is dead, slow, or late.</summary>
public class CollectionLeaseTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_killed_host_was_collecting_is_free_seconds_later(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: _clock);
        var (_, killed) = await BeginAsync(world);
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(CollectionResult.AlreadyRunning, (await world.CollectOneAsync()).Result);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), Result(await world.CollectOneAsync()));
        Assert.Equal(CollectionResult.Interrupted, (await RowAsync(world, killed)).Result);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_host_that_stood_still_stores_nothing_once_another_has_taken_over(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: _clock);
        var (printer, late) = await BeginAsync(world);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await BeginAsync(world);

        var outcome = await world.InEnglishAsync(services =>
            services.GetRequiredService<PrintJobCollector>().GoOnAsync(printer, late, CancellationToken.None));
        Assert.Equal((CollectionResult.Interrupted, 0), Result(outcome));
        Assert.Empty(await world.JobsAsync());
        Assert.Equal(0, await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<CollectionDbContext>().RawAnswers.CountAsync()));
        Assert.Equal(CollectionResult.Interrupted, (await RowAsync(world, late)).Result);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_slow_printer_is_not_taken_from_the_host_that_reads_it(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, deadlineSeconds: 4, leaseSeconds: 1);
        await world.Printer.SetFaultAsync(new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(20)));
        var slow = world.CollectOneAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(CollectionResult.AlreadyRunning, (await world.CollectOneAsync()).Result);
        Assert.NotEqual(CollectionResult.Interrupted, (await slow).Result);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_does_not_know_whether_its_commit_was_done_says_what_the_history_says(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: _clock);
        var (printer, begun) = await BeginAsync(world);
        await world.InEnglishAsync(services => services.GetRequiredService<PrintJobCollector>().GoOnAsync(printer, begun, CancellationToken.None));

        // As after a COMMIT whose answer was lost.
        var end = await world.InEnglishAsync(services =>
            services.GetRequiredService<CollectionEnding>().FailAsync(begun, CollectionProblems.NotStored, CancellationToken.None));
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), (end.Result, end.NewJobs));
        Assert.Equal(CollectionResult.Complete, (await RowAsync(world, begun)).Result);
    }

    private static (CollectionResult Result, int NewJobs) Result(CollectionOutcome outcome) => (outcome.Result, outcome.NewJobs);

    private static async Task<(RegisteredPrinter Printer, BegunCollection Begun)> BeginAsync(World world)
    {
        var id = Assert.Single(await world.PrintersAsync()).Id;
        return await world.Host.InTenantAsync(World.Tenant, async services => (
            (await services.GetRequiredService<IPrinterConnections>().FindAsync(id, CancellationToken.None))!,
            (await services.GetRequiredService<PrinterCollection>().BeginAsync(id, CancellationToken.None))!));
    }

    private static Task<CollectionRow> RowAsync(World world, BegunCollection begun) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().SingleAsync(row => row.Id == begun.Id));
}
