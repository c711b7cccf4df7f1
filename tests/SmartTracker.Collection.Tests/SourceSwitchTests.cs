using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>The same jobs come from two sources, under other ids each time: the totals stay the same.</summary>
public class SourceSwitchTests
{
    private static readonly EwsPlan Pages = new() { Language = EwsLanguage.German, Export = EwsExport.Xlsx };

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_printer_that_is_read_by_another_protocol_from_now_on_has_the_same_jobs(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ews: Pages);
        await ReadByAsync(world, "piws");
        await world.CollectAsync();
        var before = await TotalsAsync(world);

        await ReadByAsync(world, "ews");
        for (var i = 0; i < 3; i++)
        {
            var outcome = await world.CollectOneAsync();
            Assert.Equal((CollectionResult.Complete, 0, 0), (outcome.Result, outcome.NewJobs, outcome.ChangedJobs));
        }

        Assert.Equal(before, await TotalsAsync(world));
        Assert.Empty(await AskedAsync(world));

        var last = world.Printer.Plan.Jobs.Where(job => job is { JobStatus: "Completed", PrintedPages: > 0 }).MaxBy(job => job.CompletedAt)!;
        world.Printer.Add(last with { Uuid = Guid.NewGuid(), JobUuid = Guid.NewGuid(), JobName = "after the switch", CompletedAt = last.CompletedAt!.Value.AddMinutes(20) });
        Assert.Equal(1, (await world.CollectOneAsync()).NewJobs);
        await ReadByAsync(world, "piws");
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);

        // A reprint is told by the source that is read now, and it is the known job that changes.
        world.Printer.Reprint(world.Printer.Plan.Jobs.Single(job => job.JobName == "after the switch").Uuid, 1);
        Assert.Equal((0, 1), (await world.CollectOneAsync()) is var reprinted ? (reprinted.NewJobs, reprinted.ChangedJobs) : default);
        Assert.DoesNotContain(await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<CollectionDbContext>().CoverageIntervals.AsNoTracking().ToListAsync()), stretch => stretch.IsGap);
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_file_with_jobs_that_were_collected_adds_nothing_and_neither_does_a_printer_whose_jobs_a_file_brought(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 2);
        await world.CollectAsync();
        var before = await TotalsAsync(world);
        var rows = (await world.JobsAsync()).Where(job => job.CompletedAt is not null).ToList();
        Assert.Equal((0L, (long)rows.Count), await ImportAsync(world, rows));
        Assert.Equal((0L, (long)rows.Count), await ImportAsync(world, rows));
        Assert.Equal(before, await TotalsAsync(world));
        Assert.Empty(await AskedAsync(world));

        await world.ExecuteAsync("DELETE FROM second_listings; DELETE FROM print_job_sightings; DELETE FROM print_jobs; DELETE FROM highest_job_ids; DELETE FROM print_job_sources; DELETE FROM collection_marks; DELETE FROM coverage_intervals");
        Assert.Equal((long)rows.Count, (await ImportAsync(world, rows)).Accepted);
        var outcomes = await world.CollectAsync();
        Assert.Equal(before.Jobs, (await TotalsAsync(world)).Jobs);
        Assert.Equal(before.Jobs - rows.Count, outcomes.Sum(outcome => outcome.NewJobs));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_that_should_have_been_known_is_asked_about_counts_nowhere_and_keeps_its_month_open(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, ews: Pages);
        await ReadByAsync(world, "piws");
        await world.CollectAsync();
        var jobs = (await world.JobsAsync()).Count;
        var (first, second) = (Unseen(world, 3, "copy on the glass"), Unseen(world, 6, "second copy"));
        await ReadByAsync(world, "ews");
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);
        var asked = await AskedAsync(world);
        Assert.Equal([first, second], asked.Select(row => JobFigures.FromJson(row.Figures).JobName!).Order());
        Assert.Contains(await CoverageAsync(world), gap => asked.Exists(row => gap.Contains(row.EndedAt)));
        Assert.Equal(0, (await world.CollectOneAsync()).NewJobs);

        using var browser = await world.SignInAsync();
        var printer = Assert.Single(await world.PrintersAsync());
        var page = $"admin/collections/completeness/listings/{printer.Id}";
        Assert.Contains(page, await browser.GetStringAsync($"admin/collections/completeness?month={asked[0].EndedAt.ToString("uuuu-MM", CultureInfo.InvariantCulture)}"), StringComparison.Ordinal);
        using (var refused = await browser.SendFormAsync(page, page, ("rest", ""), ("reason", "")))
            Assert.Contains("Choose for at least one job what it is.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (own, other) = (asked.Single(row => row.Figures.Contains(first, StringComparison.Ordinal)), asked.Single(row => row.Figures.Contains(second, StringComparison.Ordinal)));
        using (var decided = await browser.SendFormAsync(page, page, ($"choices[{own.Id}]", "own"), ("rest", "notCounted"), ("reason", "Copies stand on the page only")))
            Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Empty(await AskedAsync(world));
        Assert.DoesNotContain(await CoverageAsync(world), gap => gap.Contains(own.EndedAt));
        Assert.Equal(jobs + 1, (await world.JobsAsync()).Count);
        Assert.Contains("Copies stand on the page only (admin,", await browser.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await world.CollectOneAsync()) is var again ? (again.NewJobs, again.ChangedJobs) : default);

        using (var reopened = await browser.SendFormAsync(page, $"{page}/{other.Id}/reopen"))
            Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        using (var kept = await browser.SendFormAsync(page, $"{page}/{own.Id}/reopen"))
            Assert.Equal(HttpStatusCode.NotFound, kept.StatusCode);
        Assert.Equal(other.Id, Assert.Single(await AskedAsync(world)).Id);
        Assert.Empty(await world.VerifyAsync());
    }

    /// <summary>Only the page for people has it, between jobs that both have.</summary>
    private static string Unseen(World world, int place, string name)
    {
        var jobs = world.Printer.Plan.Jobs.Where(job => job.JobStatus == "Completed").OrderBy(job => job.CompletedAt).ToList();
        var between = jobs[place].CompletedAt!.Value + ((jobs[place + 1].CompletedAt!.Value - jobs[place].CompletedAt!.Value) / 2);
        world.Printer.Add(jobs[place] with { Uuid = Guid.NewGuid(), JobUuid = Guid.NewGuid(), JobName = name, CompletedAt = between });
        return name;
    }

    private static Task ReadByAsync(World world, string protocol) => world.ExecuteAsync($"UPDATE printers SET protocol = '{protocol}'");

    private static Task<List<SecondListingRow>> AskedAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<SecondListingStore>().AskedAsync((Printers.Abstractions.PrinterId?)null, CancellationToken.None));

    private static Task<List<NodaTime.Interval>> CoverageAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
        (await services.GetRequiredService<IPrinterCoverage>().ListAsync(CancellationToken.None)).SelectMany(printer => printer.Gaps).ToList());

    private static async Task<(int Jobs, long Area, long Ink)> TotalsAsync(World world)
    {
        var jobs = await world.JobsAsync();
        return (jobs.Count, jobs.Sum(job => job.MediaAreaMm2 ?? 0), jobs.Sum(job => job.InkNl ?? 0));
    }

    /// <summary>As another program has them: no id of the device, areas in hundredths of a square metre.</summary>
    private static Task<(long Accepted, long Duplicates)> ImportAsync(World world, List<PrintJobRow> jobs) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var body = new StringBuilder();
        foreach (var job in jobs)
        {
            body.Append(JsonSerializer.Serialize(new
            {
                printerSerial = job.PrinterSerial,
                jobName = job.JobName,
                status = job.Status.ToString().ToLowerInvariant(),
                completedAt = job.CompletedAt!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                copies = job.CopiesPrinted,
                mediaAreaMm2 = (job.MediaAreaMm2 + 5_000) / 10_000 * 10_000,
            })).Append('\n');
        }

        var result = await services.GetRequiredService<PrintJobImporter>().ImportAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(body.ToString())), ImportFormat.Ndjson, "test", CancellationToken.None);
        Assert.Empty(result.Rejected);
        return (result.Record.Accepted, result.Record.Duplicates);
    });
}
