using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Documents in the shape of, or recorded from, real printers: served over TLS, collected, archived, parsed and shown.</summary>
public class RecordedAnswerTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_document_of_the_captured_shape_is_archived_as_it_came_and_its_jobs_are_shown(DatabaseEngine engine)
    {
        var document = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "job-queue-snapshot.xml"));
        await using var world = await World.StartAsync(engine);
        await CollectAsync(world, document);
        var jobs = await world.JobsAsync();
        Assert.Equal(4, jobs.Count);
        var list = await ListAsync(world);
        Assert.Contains("Lageplan & Schnitt <EG>.pdf", list, StringComparison.Ordinal);
        Assert.All(jobs, job => Assert.Contains($"admin/print-jobs/{job.Id}", list, StringComparison.Ordinal));
        Assert.Contains(await ArchivedAsync(world), body => body.AsSpan().SequenceEqual(document));
        Assert.Empty(await world.VerifyAsync());
    }

    [Theory, MemberData(nameof(RecordedByARealPrinter))]
    public async Task What_a_DesignJet_Z9_answered_is_collected_parsed_and_shown(string file)
    {
        // Without the recordings the same document as above stands in, so that nothing is skipped.
        var isRecorded = file.Length > 0;
        var path = isRecorded ? file : Path.Combine(AppContext.BaseDirectory, "Fixtures", "job-queue-snapshot.xml");
        var document = await File.ReadAllBytesAsync(path);
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await CollectAsync(world, document);
        var jobs = await world.JobsAsync();
        Assert.Contains(await ArchivedAsync(world), body => body.AsSpan().SequenceEqual(document));
        Assert.Contains(jobs, job => job.CompletedAt is null);
        Assert.DoesNotContain(jobs, job => job.CompletedAt?.ToDateTimeUtc().Year == 1970 || job.SubmittedAt?.ToDateTimeUtc().Year == 1970);
        if (!isRecorded)
            return;

        Assert.Equal(6, jobs.Count);
        Assert.Equal(5, jobs.Count(job => job.Status == PrintJobStatus.Pending));
        var cancelled = Assert.Single(jobs, job => job.Status == PrintJobStatus.Cancelled);
        Assert.Equal("Z9_job", cancelled.JobName);
        Assert.True(cancelled.SubmittedAt > cancelled.CompletedAt);
        Assert.All(jobs, job => Assert.Equal(32, job.MediaType!.Length));
        var list = await ListAsync(world);
        Assert.All(jobs, job => Assert.Contains(job.JobName!, list, StringComparison.Ordinal));
        using var admin = await world.SignInAsync();
        Assert.Contains("later than completed", await admin.GetStringAsync($"admin/print-jobs/{cancelled.Id}"), StringComparison.Ordinal);
    }

    public static TheoryData<string> RecordedByARealPrinter()
    {
        var folder = Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES");
        var file = string.IsNullOrEmpty(folder) ? "" : Path.Combine(folder, "devices", "freeglaz_z9_jobs_all_sample.xml");
        return [File.Exists(file) ? file : ""];
    }

    private static async Task CollectAsync(World world, byte[] document)
    {
        world.Printer.RecordedJobList = document;
        var outcome = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Complete, outcome.Result);
    }

    private static async Task<string> ListAsync(World world)
    {
        using var admin = await world.SignInAsync();
        return WebUtility.HtmlDecode(await admin.GetStringAsync("admin/print-jobs?month=all"));
    }

    private static Task<List<byte[]>> ArchivedAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var history = services.GetRequiredService<CollectionHistory>();
        var (rows, _) = await history.PageAsync(false, null, 1, 10, CancellationToken.None);
        var answers = await services.GetRequiredService<RawArchive>().ReadAsync(Assert.Single(rows).Id, CancellationToken.None);
        return answers.Select(answer => answer.Body).ToList();
    });
}
