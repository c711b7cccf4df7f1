using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class CollectionRoundsTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_slow_printer_holds_up_neither_the_next_round_nor_the_worker_that_began_this_one(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 3, deadlineSeconds: 300);
        await world.Fleet.Printers[1].SetFaultAsync(new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(200)));
        await RunWorkAsync(world);
        await EventuallyAsync(world, rows =>
            rows.Count(row => row.Result == CollectionResult.Complete) == 2 && rows.Count(row => row.Result == CollectionResult.Running) == 1);
        await world.ExecuteAsync("DELETE FROM collection_paces");
        await RunWorkAsync(world);
        // Still in the same conversation, which was not begun a second time.
        await EventuallyAsync(world, rows =>
            rows.Count(row => row.Result == CollectionResult.Complete) == 4 && rows.Count(row => row.Result == CollectionResult.Running) == 1);
        await world.Fleet.Printers[1].SetFaultAsync(new SimulatorFault.ConnectionRefused());
        await EventuallyAsync(world, rows => rows.Count(row => row.Result is CollectionResult.Failed or CollectionResult.Partial) == 1 && rows.Count == 5);
        Assert.Contains(await PacesAsync(world), pace => pace is { Failures: 1, Lane: VisitLane.Doubtful });
    }

    [Fact]
    public async Task A_printer_that_was_read_while_it_waited_for_its_turn_is_not_read_again()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var id = Assert.Single(await world.PrintersAsync()).Id;
        Assert.True(await CollectDueAsync());
        var asked = world.Printer.Requests.Count;
        Assert.False(await CollectDueAsync());
        Assert.Equal(asked, world.Printer.Requests.Count);

        Task<bool> CollectDueAsync() => world.Host.InTenantAsync(World.Tenant, services =>
            services.GetRequiredService<PrintJobCollector>().CollectDueAsync(id, CancellationToken.None));
    }

    [Fact]
    public void A_conversation_ends_as_a_whole_and_each_question_gets_what_is_left()
    {
        var clock = new FakeTimeProvider();
        var conversation = new ConversationTime(clock, TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.FromSeconds(60), conversation.Left);
        clock.Advance(TimeSpan.FromSeconds(45.5));
        Assert.Equal((TimeSpan.FromSeconds(15), false), (conversation.Left, conversation.IsOver));
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal((TimeSpan.FromSeconds(1), true), (conversation.Left, conversation.IsOver));
    }

    private static Task RunWorkAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetServices<IScheduledWork>().OfType<CollectPrintJobsWork>().Single().RunAsync(CancellationToken.None));

    private static Task<List<CollectionRow>> RowsAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().ToListAsync());

    private static Task<List<PaceRow>> PacesAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().Paces.AsNoTracking().ToListAsync());

    private static async Task EventuallyAsync(World world, Func<List<CollectionRow>, bool> holds)
    {
        List<CollectionRow> rows = [];
        await Eventually.IsTrueAsync(async () => holds(rows = await RowsAsync(world)), () => string.Join(", ", rows.Select(row => row.Result)));
    }
}
