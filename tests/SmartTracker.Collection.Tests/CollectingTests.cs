using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class CollectingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_job_of_every_printer_is_stored_once_however_often_it_is_collected(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 2);
        var first = await world.CollectAsync();
        Assert.All(first, outcome => Assert.Equal(CollectionResult.Complete, outcome.Result));
        Assert.Equal(world.PlannedJobs, first.Sum(outcome => outcome.NewJobs));

        var second = await world.CollectAsync();
        Assert.All(second, outcome => Assert.Equal(0, outcome.NewJobs + outcome.ChangedJobs));
        var jobs = await world.JobsAsync();
        Assert.Equal(world.PlannedJobs, jobs.Count);
        Assert.All(jobs, job => Assert.Equal(1, job.Revision));
        Assert.Contains(jobs, job => job is { PageAreaMm2: > 0, MediaAreaMm2: > 0, InkNl: > 0, MediaWidthUm: > 0 });
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_reboot_that_changes_the_queue_doubles_no_job_and_leaves_no_gap(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        world.Printer.Reboot();
        var outcome = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Complete, outcome.Result);
        Assert.Equal((0, 0, world.PlannedJobs), (outcome.NewJobs, outcome.ChangedJobs, outcome.UnchangedJobs));
        Assert.Equal(world.PlannedJobs, (await world.JobsAsync()).Count);
        Assert.DoesNotContain(await CoverageAsync(world), interval => interval.IsGap);
        Assert.Equal(2, (await CoverageAsync(world)).Count);
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_reprint_that_raises_the_copies_is_the_next_revision_of_the_same_job(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        var before = (await world.JobsAsync()).First(job => job is { Status: Abstractions.PrintJobStatus.Completed, CopiesPrinted: > 0, InkNl: > 0 });
        world.Printer.Reprint(Guid.Parse(before.DeviceJobId), 2);

        var outcome = await world.CollectOneAsync();
        Assert.Equal((0, 1), (outcome.NewJobs, outcome.ChangedJobs));
        var after = (await world.JobsAsync()).Single(job => job.Id == before.Id);
        Assert.Equal(2, after.Revision);
        Assert.True(after.CopiesPrinted > before.CopiesPrinted);
        Assert.True(after.PageAreaMm2 > before.PageAreaMm2);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_half_a_document_the_whole_jobs_are_kept_and_the_rest_comes_next_time(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.Printer.SetFaultAsync(new SimulatorFault.CutAfter(20_000));
        var half = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Partial, half.Result);
        Assert.InRange(half.NewJobs, 1, world.PlannedJobs - 1);
        Assert.StartsWith("The answer broke off after ", half.Sentence, StringComparison.Ordinal);
        Assert.Empty(await CoverageAsync(world));

        await world.Printer.SetFaultAsync(null);
        var whole = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Complete, whole.Result);
        Assert.Equal(world.PlannedJobs, half.NewJobs + whole.NewJobs);
        Assert.Equal(world.PlannedJobs, (await world.JobsAsync()).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_changed_archive_is_found(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        await world.ExecuteAsync("UPDATE raw_answers SET length = length - 1 WHERE position = 1");
        var finding = Assert.Single(await world.VerifyAsync());
        Assert.Equal("I8", finding.Invariant);
        Assert.Contains("differs from its hash", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_collection_from_the_same_printer_does_not_begin_while_one_runs()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var printer = Assert.Single(await world.PrintersAsync());
        await world.Host.InTenantAsync(World.Tenant, services =>
            services.GetRequiredService<PrinterCollection>().BeginAsync(printer.Id, CancellationToken.None));
        Assert.Equal(CollectionResult.AlreadyRunning, (await world.CollectOneAsync()).Result);
    }

    private static Task<List<CoverageRow>> CoverageAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().CoverageIntervals.AsNoTracking().OrderBy(interval => interval.Position).ToListAsync());
}
