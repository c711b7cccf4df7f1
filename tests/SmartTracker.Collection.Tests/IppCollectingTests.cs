using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Jobs of an IPP printer, which gives its whole list at every visit.</summary>
public class IppCollectingTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_job_is_stored_once_and_archived_answers_give_the_same_jobs_again(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: _clock);
        var first = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), (first.Result, first.NewJobs));
        _clock.Advance(TimeSpan.FromMinutes(5));
        var second = await world.CollectOneAsync();
        Assert.Equal((0, 0, world.PlannedJobs), (second.NewJobs, second.ChangedJobs, second.UnchangedJobs));

        var jobs = await world.JobsAsync();
        Assert.All(jobs, job => Assert.Equal((1, (long?)null), (job.Revision, job.InkNl)));
        Assert.Contains(jobs, job => job is { PageAreaMm2: > 0, MediaAreaMm2: > 0, Impressions: > 0 });
        var stretch = Assert.Single(await CoverageAsync(world));
        Assert.Equal((0L, (long?)world.PlannedJobs, false), (stretch.FromModification, stretch.ToModification, stretch.IsGap));
        Assert.Empty(await world.VerifyAsync());

        var replayed = await ReplayAsync(world);
        Assert.Equal(2, replayed.Count);
        Assert.All(replayed, ids => Assert.Equal(jobs.Select(job => job.DeviceJobId).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_printer_without_calendar_that_was_switched_off_changes_no_job()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, ipp: _clock);
        world.Printer.Change(ipp => ipp with { TellsDates = false, GivesUuids = false });
        await world.CollectAsync();
        var before = await world.JobsAsync();
        _clock.Advance(TimeSpan.FromMinutes(4));
        world.Printer.Reboot();
        _clock.Advance(TimeSpan.FromMinutes(1));

        var outcome = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, 0, 0), (outcome.Result, outcome.NewJobs, outcome.ChangedJobs));
        // The printer no longer knows when they ran; we do.
        var after = await world.JobsAsync();
        Assert.Equal(before.Select(job => (job.Id, job.CompletedAt, job.AccountedAt)), after.Select(job => (job.Id, job.CompletedAt, job.AccountedAt)));
        Assert.DoesNotContain(await CoverageAsync(world), stretch => stretch.IsGap);
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task After_a_reset_the_same_numbers_are_new_jobs_and_what_may_be_missing_is_shown(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ipp: _clock);
        world.Printer.Change(ipp => ipp with { GivesUuids = false });
        await world.CollectAsync();
        var known = world.Printer.Plan.Jobs[^1];
        _clock.Advance(TimeSpan.FromMinutes(2));
        world.Printer.RestartNumbers(keepJobs: false);
        _clock.Advance(TimeSpan.FromMinutes(2));
        world.Printer.Add(known with { SubmittedAt = _clock.GetUtcNow(), PrintingAt = _clock.GetUtcNow(), CompletedAt = _clock.GetUtcNow().AddSeconds(30) });
        _clock.Advance(TimeSpan.FromMinutes(1));

        var outcome = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, 1, 0), (outcome.Result, outcome.NewJobs, outcome.ChangedJobs));
        var jobs = await world.JobsAsync();
        Assert.Equal(19, jobs.Count);
        Assert.Single(jobs, job => job.DeviceJobId == "1");
        Assert.Single(jobs, job => job.DeviceJobId.StartsWith("1@", StringComparison.Ordinal));
        Assert.Contains(await CoverageAsync(world), stretch => stretch.IsGap);
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);
    }

    private static Task<List<CoverageRow>> CoverageAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().CoverageIntervals.AsNoTracking().OrderBy(interval => interval.Position).ToListAsync());

    private static Task<List<List<string>>> ReplayAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var reader = services.GetServices<IPrinterReader>().Single(reader => reader.Protocol == "ipp");
        var archive = services.GetRequiredService<RawArchive>();
        var replayed = new List<List<string>>();
        foreach (var collection in await services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().ToListAsync())
            replayed.Add([.. reader.Interpret(await archive.ReadAsync(collection.Id, CancellationToken.None)).Jobs.Select(job => job.DeviceJobId)]);
        return replayed;
    });
}
