using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Jobs of a printer that shows its accounting only to people.</summary>
public class EwsCollectingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_row_is_stored_once_in_the_tenant_s_time_and_a_list_that_rolled_over_leaves_a_gap(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ews: new EwsPlan { Language = EwsLanguage.German, Export = EwsExport.Text, Remembers = 6 });
        var first = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, 6), (first.Result, first.NewJobs));
        var second = await world.CollectOneAsync();
        Assert.Equal((0, 0, 6), (second.NewJobs, second.ChangedJobs, second.UnchangedJobs));

        var jobs = await world.JobsAsync();
        var planned = world.Printer.Plan.Jobs.ToLookup(job => job.JobName);
        Assert.All(jobs, job => Assert.Contains(planned[job.JobName!], plan => Math.Abs((plan.CompletedAt!.Value - job.CompletedAt!.Value.ToDateTimeOffset()).TotalSeconds) < 1));
        Assert.Contains(jobs, job => job is { Status: PrintJobStatus.Completed, MediaAreaMm2: > 0, InkNl: > 0, Impressions: null });

        // Somebody changes the language and withholds the names: the same jobs.
        world.Printer.Change(ews => ews with { Language = EwsLanguage.English, Export = EwsExport.Xlsx, TellsNames = false });
        var third = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, 0), (third.Result, third.NewJobs));
        Assert.DoesNotContain(await CoverageAsync(world), stretch => stretch.IsGap);

        var last = world.Printer.Plan.Jobs.Where(job => job.JobStatus == "Completed").MaxBy(job => job.CompletedAt)!;
        for (var i = 1; i <= 8; i++)
            world.Printer.Add(last with { Uuid = Guid.NewGuid(), JobName = $"late {i}", CompletedAt = last.CompletedAt!.Value.AddMinutes(i) });
        Assert.Equal(6, (await world.CollectOneAsync()).NewJobs);
        Assert.Contains(await CoverageAsync(world), stretch => stretch.IsGap);
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);
        Assert.Empty(await world.VerifyAsync());
    }

    private static Task<List<CoverageRow>> CoverageAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().CoverageIntervals.AsNoTracking().OrderBy(row => row.Position).ToListAsync());
}
