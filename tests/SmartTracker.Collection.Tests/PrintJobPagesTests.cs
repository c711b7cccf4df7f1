using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class PrintJobPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_narrows_by_month_printer_status_and_words_and_sums_the_whole_view(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 2);
        await world.CollectAsync();
        using var admin = await world.SignInAsync("books");
        var jobs = await world.JobsAsync();
        var printers = await world.PrintersAsync();

        Assert.Contains($"All {jobs.Count} in this view", await admin.GetStringAsync("admin/print-jobs?month=all"), StringComparison.Ordinal);
        var first = jobs.Count(job => job.PrinterId == printers[0].Id);
        Assert.Contains($"All {first} in this view", await admin.GetStringAsync($"admin/print-jobs?month=all&printer={printers[0].Id}"), StringComparison.Ordinal);
        var cancelled = jobs.Count(job => job.Status == PrintJobStatus.Cancelled);
        Assert.True(cancelled > 0);
        Assert.Contains($"All {cancelled} in this view", await admin.GetStringAsync("admin/print-jobs?month=all&status=Cancelled"), StringComparison.Ordinal);
        Assert.Contains("All 1 in this view", await admin.GetStringAsync($"admin/print-jobs?month=all&q={jobs[0].DeviceJobId.ToUpperInvariant()}"), StringComparison.Ordinal);
        Assert.Contains("No job fits these filters", await admin.GetStringAsync("admin/print-jobs?month=all&q=nosuchjob"), StringComparison.Ordinal);
        Assert.Contains("jobs in November 2026", await admin.GetStringAsync("admin/print-jobs"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_opens_with_its_drawing_or_the_reason_why_there_is_none(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        using var admin = await world.SignInAsync();
        var jobs = await world.JobsAsync();
        var pages = new List<string>();
        foreach (var job in jobs)
            pages.Add(WebUtility.HtmlDecode(await admin.GetStringAsync($"admin/print-jobs/{job.Id}")));

        Assert.All(jobs.Zip(pages), pair => Assert.Contains(pair.First.DeviceJobId, pair.Second, StringComparison.Ordinal));
        var drawn = pages.Count(page => page.Contains("Roll drawing to scale", StringComparison.Ordinal));
        var told = pages.Count(page => page.Contains("did not report enough to draw", StringComparison.Ordinal));
        Assert.Equal(jobs.Count, drawn + told);
        Assert.True(drawn > jobs.Count / 2, $"{drawn} of {jobs.Count} drawn");
        Assert.True(told > 0);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"admin/print-jobs/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task The_history_and_the_printers_page_say_what_came_of_each_collection()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        Assert.Contains("Nothing was collected yet", await admin.GetStringAsync("admin/collections"), StringComparison.Ordinal);
        using var now = await World.SendAsync(admin, "admin/collections", "admin/collections/now");
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        var sentence = $"{world.PlannedJobs} new, 0 changed, 0 unchanged.";
        Assert.Contains(sentence, await admin.GetStringAsync("admin/collections"), StringComparison.Ordinal);
        Assert.Contains("No collection had a problem", await admin.GetStringAsync("admin/collections?problems=true"), StringComparison.Ordinal);
        var printer = Assert.Single(await world.PrintersAsync());
        var page = await admin.GetStringAsync($"admin/printers/{printer.Id}");
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Collect now", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_sees_neither_jobs_nor_collections()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var customer = await world.SignInAsync("customer");
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.GetAsync("admin/print-jobs")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.GetAsync("admin/collections")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.GetAsync("admin/printers")).StatusCode);
    }
}
