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
        Assert.Contains("jobs, November 2026.", await admin.GetStringAsync("admin/print-jobs"), StringComparison.Ordinal);
        foreach (var user in jobs.GroupBy(job => job.UserName).Take(3))
            Assert.Contains($"All {user.Count()} in this view", await admin.GetStringAsync($"admin/print-jobs?month=all&{(user.Key is null ? "unsaid=User" : "user=" + Uri.EscapeDataString(user.Key))}"), StringComparison.Ordinal);
        var day = jobs[0].AccountedAt.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date;
        var ofDay = jobs.Count(job => job.AccountedAt.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date == day);
        Assert.Contains($"All {ofDay} in this view", await admin.GetStringAsync($"admin/print-jobs?from={day:uuuu-MM-dd}&to={day:uuuu-MM-dd}"), StringComparison.Ordinal);
        var largest = jobs.Max(job => job.PageAreaMm2)!.Value / 1_000_000m;
        var ordered = WebUtility.HtmlDecode(await admin.GetStringAsync("admin/print-jobs?month=all&sort=-pagearea"));
        Assert.Contains(largest.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture) + "\u00a0m²", ordered[..ordered.IndexOf("</tr>", ordered.IndexOf("<tbody", StringComparison.Ordinal), StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_user_chooses_columns_and_names_views_for_nobody_else(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        using var admin = await world.SignInAsync();
        using var books = await world.SignInAsync("books");

        (string, string)[] form = [("order", "document"), ("order", "ink"), ("order", "user"), ("order", "printed"), ("shown", "user"), ("shown", "ink")];
        using var moved = await admin.SendFormAsync("admin/print-jobs/columns", "admin/print-jobs/columns", [.. form, ("down", "ink")]);
        Assert.Matches("value=\"user\".*value=\"ink\".*value=\"printed\"", (await moved.Content.ReadAsStringAsync()).ReplaceLineEndings(" "));
        using var saved = await admin.SendFormAsync("admin/print-jobs/columns", "admin/print-jobs/columns", [.. form, ("save", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["Document", "Ink", "User"], Headings(await admin.GetStringAsync("admin/print-jobs")));
        Assert.Equal("Printed", Headings(await books.GetStringAsync("admin/print-jobs"))[1]);

        using var named = await admin.SendFormAsync("admin/print-jobs/columns", "admin/print-jobs/views?month=all&status=Cancelled&q=plan", ("name", "  Stopped plans "));
        Assert.Equal("/nord/admin/print-jobs?month=all&status=Cancelled&q=plan", named.Headers.Location!.OriginalString);
        Assert.Matches("q=plan\" aria-current=\"page\">Stopped plans</a>", WebUtility.HtmlDecode(await admin.GetStringAsync("admin/print-jobs?month=all&status=Cancelled&q=plan")));
        Assert.DoesNotContain("Stopped plans", await books.GetStringAsync("admin/print-jobs"), StringComparison.Ordinal);
        using var nameless = await admin.SendFormAsync("admin/print-jobs/columns", "admin/print-jobs/views?month=all", ("name", " "));
        Assert.Contains("A view needs a name", await admin.GetStringAsync("admin/print-jobs"), StringComparison.Ordinal);

        var view = System.Text.RegularExpressions.Regex.Match(await admin.GetStringAsync("admin/print-jobs/columns"), "views/([0-9a-f-]{36})/remove").Groups[1].Value;
        using var foreign = await books.SendFormAsync("admin/print-jobs/columns", $"admin/print-jobs/views/{view}/remove");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var removed = await admin.SendFormAsync("admin/print-jobs/columns", $"admin/print-jobs/views/{view}/remove");
        Assert.DoesNotContain("Stopped plans", await admin.GetStringAsync("admin/print-jobs"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_CSV_has_exactly_the_jobs_of_the_filter_and_the_chosen_columns(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        await world.ExecuteAsync("UPDATE print_jobs SET job_name = '=cmd|x;\"\u202Eé' WHERE status = 'Cancelled'");
        using var admin = await world.SignInAsync();
        var jobs = await world.JobsAsync();

        using var answer = await admin.GetAsync("admin/print-jobs/export?month=all&status=Cancelled&sort=number");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Print jobs every month.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var text = await answer.Content.ReadAsStringAsync();
        var lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Document,Printer,User,Printed,Status,Pages,\"Page area, m²\",\"Media area, m²\",\"Ink, ml\"", lines[0]);
        var cancelled = jobs.Where(job => job.Status == PrintJobStatus.Cancelled).ToList();
        Assert.Equal(cancelled.Count, lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("\"'=cmd|x;\"\"[U+202E]é\",", line, StringComparison.Ordinal));
        var pages = lines.Skip(1).Sum(line => line.Split(',')[5] is { Length: > 0 } count ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0);
        Assert.Equal(cancelled.Sum(job => job.Impressions ?? 0), pages);
        var all = await admin.GetStringAsync("admin/print-jobs/export?month=all");
        Assert.Equal(jobs.Count + 1, all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
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
        var told = pages.Count(page => page.Contains("There is no drawing", StringComparison.Ordinal));
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
        using var now = await admin.SendFormAsync("admin/collections", "admin/collections/now");
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        for (var progress = ""; !progress.Contains("Go on", StringComparison.Ordinal) && now.Headers.Location!.OriginalString.Contains("/now/", StringComparison.Ordinal);)
            progress = await admin.GetStringAsync(now.Headers.Location);
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

    private static List<string> Headings(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<th role=\"columnheader\"[^>]*>\\s*(?:<a[^>]*>)?([A-Z][a-z ]+)").Select(heading => heading.Groups[1].Value.Trim())];
}
