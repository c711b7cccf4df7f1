using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class ReplayTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Replaying_the_same_raw_answers_in_any_order_again_and_in_any_batches_gives_the_same_jobs(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await CollectWhatHappensToPrintersAsync(world);
        var jobs = await world.JobsAsync();
        Assert.Contains(jobs, job => job.Revision > 1);
        var expected = jobs.Select(Comparable).ToList();
        var seen = await world.Host.InTenantAsync(World.Tenant, services => SeenAsync(services, jobs[0]));
        Assert.True(seen.Count > jobs.Count);

        await Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, seen.Count], Gen.Int[1, seen.Count]).SampleAsync(async (seed, repeated, largest) =>
        {
            var random = new Random(seed);
            var shuffled = seen.Concat(seen.Take(repeated)).OrderBy(_ => random.Next()).ToList();
            await world.Host.InTenantAsync(World.Tenant, services => ReplayAsync(services, shuffled, () => random.Next(1, largest + 1)));
            Assert.Equal(expected, (await world.JobsAsync()).Select(Comparable));
        }, iter: 12, threads: 1);
    }

    private static async Task CollectWhatHappensToPrintersAsync(World world)
    {
        await world.Printer.SetFaultAsync(new SimulatorFault.CutAfter(20_000));
        await world.CollectAsync();
        await world.Printer.SetFaultAsync(null);
        await world.CollectAsync();
        foreach (var reprinted in (await world.JobsAsync()).Where(job => job is { Status: PrintJobStatus.Completed, CopiesPrinted: > 0, InkNl: > 0 }).Take(3))
        {
            world.Printer.Reprint(Guid.Parse(reprinted.DeviceJobId), 1);
            await world.CollectAsync();
        }

        world.Printer.Reboot();
        await world.CollectAsync();
    }

    /// <summary>Every job of every archived answer, interpreted anew.</summary>
    private static async Task<List<SeenJob>> SeenAsync(IServiceProvider services, PrintJobRow any)
    {
        var archive = services.GetRequiredService<RawArchive>();
        var reader = services.GetServices<IPrinterReader>().Single(reader => reader.Protocol == "piws");
        var seen = new List<SeenJob>();
        foreach (var collection in await services.GetRequiredService<CollectionDbContext>().Collections.AsNoTracking().ToListAsync())
        {
            var answers = await archive.ReadAsync(collection.Id, CancellationToken.None);
            var observation = reader.Interpret(answers);
            var at = Instant.FromDateTimeOffset(answers.Max(answer => answer.ReceivedAt));
            var origin = new JobOrigin(any.PrinterId, any.PrinterSerial, any.DeviceEpoch, collection.Id);
            seen.AddRange(observation.Jobs.Select(job => new SeenJob(
                origin, job.DeviceJobId, new JobSighting(observation.Coverage!.Queue, job.ModificationNumber ?? 0, at, JobFiguresReading.Read(job)))));
        }

        return seen;
    }

    private static async Task<bool> ReplayAsync(IServiceProvider services, List<SeenJob> seen, Func<int> size)
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        await context.Sightings.ExecuteDeleteAsync();
        await context.PrintJobs.ExecuteDeleteAsync();
        await context.HighestJobIds.ExecuteDeleteAsync();
        for (var (from, batch) = (0, size()); from < seen.Count; from += batch, batch = size())
            await services.GetRequiredService<PrintJobStore>().StoreAsync([.. seen.Skip(from).Take(batch)], CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private static string Comparable(PrintJobRow job) =>
        $"{job.PrinterSerial} {job.DeviceJobId} {job.Revision} {job.Status} {job.AccountedAt} {job.FirstSeenAt} {job.LastChangedAt} {job.Figures}";
}
