using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

/// <summary>What is asked before a month is closed.</summary>
public partial class ClosingTests
{
    private static readonly Instant End = Make.October.Interval.End;
    private static readonly Instant Middle = Instant.FromUtc(2026, 10, 15, 12, 0);

    public static TheoryData<string, PrinterKnowledge, OpenQuestionKind?> Printers => new()
    {
        { "known until after the month", Make.Knowledge(), null },
        { "never read", Make.Knowledge() with { KnownUntil = null }, OpenQuestionKind.PrinterNotRead },
        { "not read since the month ended", Make.Knowledge() with { KnownUntil = End - Duration.Epsilon }, OpenQuestionKind.PrinterNotRead },
        { "removed in the month", Make.Knowledge() with { IsArchived = true, KnownUntil = Middle }, OpenQuestionKind.PrinterNotRead },
        { "removed long ago", Make.Knowledge() with { IsArchived = true, KnownUntil = Make.October.Interval.Start - Duration.FromDays(1) }, null },
        { "with a gap in the month", Make.Knowledge() with { Gaps = [new Interval(Middle, Middle + Duration.FromHours(1))] }, OpenQuestionKind.PrinterGap },
        { "with a gap that ends in the month", Make.Knowledge() with { Gaps = [new Interval(Instant.FromUtc(2026, 9, 1, 0, 0), Middle)] }, OpenQuestionKind.PrinterGap },
        { "with a gap before", Make.Knowledge() with { Gaps = [new Interval(Instant.FromUtc(2026, 9, 1, 0, 0), Make.October.Interval.Start)] }, null },
        { "with a gap after", Make.Knowledge() with { Gaps = [new Interval(End, End + Duration.FromHours(1))] }, null },
    };

    [Theory, MemberData(nameof(Printers))]
    public void A_printer_whose_jobs_may_be_missing_is_asked_about(string which, PrinterKnowledge printer, OpenQuestionKind? expected)
    {
        var draft = Make.Draft(Make.Month(Make.Job()) with { Printers = [printer] }, Make.Customer());

        Assert.True(expected == draft.Questions.SingleOrDefault()?.Kind, which);
    }

    [Fact]
    public void Unfinished_jobs_are_left_for_later_and_asked_about()
    {
        var draft = Assert.IsType<InvoiceDraft>(Make.Draft(Make.Job(), Make.Job(status: PrintJobStatus.Pending)));

        Assert.Equal(new OpenQuestion(OpenQuestionKind.UnfinishedJobs, "", 1), Assert.Single(draft.Questions));
        Assert.Single(draft.Jobs);
    }

    [Fact]
    public void A_billed_job_that_prints_again_is_asked_about_in_later_months_and_billed_when_it_is_done()
    {
        var ledger = new Ledger();
        var job = Make.Job();
        ledger.Put(job);
        ledger.Close(new YearMonth(2026, 10));
        ledger.Put(job with { Status = PrintJobStatus.Pending, Revision = 2 });
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 11, 5, 8, 0)));

        Assert.Equal(OpenQuestionKind.UnfinishedJobs, Assert.Single(ledger.Draft(new YearMonth(2026, 11)).Questions).Kind);
        ledger.Close(new YearMonth(2026, 11));
        ledger.Put(job with { PageArea = new(2_000_000), Revision = 3 });
        Assert.Equal(LineKind.Changed, Assert.Single(ledger.Close(new YearMonth(2026, 12))!.Lines).Kind);
    }

    [Fact]
    public void A_month_that_was_left_out_is_asked_about_and_its_jobs_wait_for_it()
    {
        var ledger = new Ledger();
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 9, 5, 8, 0)));
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 9, 6, 8, 0), status: PrintJobStatus.Failed));
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 9, 7, 8, 0)) with { PageArea = null });
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2025, 9, 5, 8, 0))); // before the first rate card: not ours to bill
        ledger.Put(Make.Job());

        var draft = Assert.IsType<InvoiceDraft>(ledger.Draft(new YearMonth(2026, 10)));

        Assert.Equal(new OpenQuestion(OpenQuestionKind.MonthNotBilled, "2026-09", 2), Assert.Single(draft.Questions));
        Assert.Single(draft.Jobs);
    }

    [Fact]
    public void A_late_job_without_a_price_blocks_and_no_reason_helps()
    {
        var ledger = new Ledger();
        ledger.Put(Make.Job());
        ledger.Close(new YearMonth(2026, 10));
        ledger.Put(Make.Job() with { PageArea = null });

        Assert.Single(Assert.IsType<BlockedMonth>(ledger.Draft(new YearMonth(2026, 11))).Blockers);
    }

    [Fact]
    public void What_was_taxed_at_another_rate_is_corrected_at_that_rate()
    {
        var ledger = new Ledger();
        var job = Make.Job(10_000_000);
        ledger.Put(job);
        ledger.Close(new YearMonth(2026, 10));
        ledger.Put(job with { PageArea = new(9_000_000), Revision = 2 });
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 11, 5, 8, 0)));
        var november = new BillingMonth(new YearMonth(2026, 11), Make.Berlin);

        var draft = Assert.IsType<InvoiceDraft>(MonthRating.Draft(
            new JobsOfMonth(november, [.. ledger.Jobs.Where(each => each.Id != job.Id)], [.. ledger.Jobs.Where(each => each.Id == job.Id)], []),
            ledger.Customer, new VatRate(700), ledger.Books, []));

        Assert.Equal([700, 1900], draft.Lines.Select(line => line.VatBasisPoints));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_month_with_open_questions_is_closed_only_with_a_reason_and_says_so_for_ever(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(), Make.Job(status: PrintJobStatus.Pending));
        await RegisterAsync(billing, "Plotter EG", gap: true);
        using var browser = await billing.SignedInAsync("Default", "operator");

        var asked = Assert.IsType<MonthQuestioned>(await billing.IssueAsync("nordplan"));
        Assert.Equal([OpenQuestionKind.UnfinishedJobs, OpenQuestionKind.PrinterNotRead, OpenQuestionKind.PrinterGap], asked.Questions.Select(question => question.Kind));
        const string page = "admin/invoices/close?tenant=nordplan&period=2026-10";
        var text = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        foreach (var expected in new[] { "Jobs that are not finished: 1.", "The jobs of printer Plotter EG are known only until 20 Oct 2026", "/nordplan/admin/print-jobs?status=Pending", "/nordplan/admin/collections", "Close all the same" })
            Assert.Contains(expected, text, StringComparison.Ordinal);

        var fingerprint = Fingerprint().Match(text).Groups[1].Value;
        using (var refused = await SendAsync(browser, page, fingerprint, " "))
            Assert.Contains("close", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("has open questions: 3", WebUtility.HtmlDecode(await browser.GetStringAsync(page)), StringComparison.Ordinal);
        using var answer = await SendAsync(browser, page, fingerprint, "Customer <b>wants</b> it today");

        var invoice = await browser.GetStringAsync(answer.Headers.Location!.OriginalString.TrimStart('/'));
        foreach (var expected in new[] { "Open when the month was closed", "Customer &lt;b&gt;wants&lt;/b&gt; it today", "operator, 2 Nov 2026", "Jobs that are not finished: 1." })
            Assert.Contains(expected, invoice, StringComparison.Ordinal);
        Assert.Empty(await billing.VerifyAsync());
        Assert.Empty(await billing.VerifyAsync("nordplan"));
    }

    [Fact]
    public async Task A_document_that_has_not_arrived_is_asked_about_with_the_next_month()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        await billing.StoreAsync("nordplan", Make.Job(), Make.Job(accountedAt: Instant.FromUtc(2026, 11, 5, 8, 0)));
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));
        await billing.ExecuteAsync("UPDATE billing_outbox SET delivered_at = NULL");
        billing.GoTo(2026, 12);

        var asked = Assert.IsType<MonthQuestioned>(await billing.IssueAsync("nordplan", month: new(2026, 11)));

        Assert.Equal(new OpenQuestion(OpenQuestionKind.NotDelivered, "2026-0001", 1), Assert.Single(asked.Questions));
        Assert.Equal("Nothing more will come", Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan", month: new(2026, 11), because: "Nothing more will come")).Invoice.ClosedAnywayBecause);
    }

    // Read whole until 20 October; with a gap on the 10th.
    private static Task RegisterAsync(BillingHost billing, string name, bool gap) => billing.Host.InTenantAsync("nordplan", async services =>
    {
        var step = System.Text.Json.Nodes.JsonNode.Parse($$"""{ "name": "Printers", "Printers": [{ "Name": "{{name}}", "Address": "https://192.0.2.7/" }] }""")!.AsObject();
        await services.GetServices<SmartTracker.Abstractions.Recipes.IRecipeStep>().Single(known => known.Name == "Printers").ExecuteAsync(step, CancellationToken.None);
        var printer = Assert.Single(await services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None));
        var context = services.GetRequiredService<CollectionDbContext>();
        Instant October(int day) => Instant.FromUtc(2026, 10, day, 8, 0);
        context.CoverageIntervals.AddRange(
            Stretch(printer.Id, 1, October(1), October(10), false), Stretch(printer.Id, 2, October(10), October(11), gap), Stretch(printer.Id, 3, October(11), October(20), false));
        await context.SaveChangesAsync();
    });

    private static CoverageRow Stretch(PrinterId printer, int position, Instant from, Instant to, bool isGap) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer,
        Position = position,
        QueueId = "q",
        FromAt = from,
        ToAt = to,
        IsGap = isGap,
    };

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string fingerprint, string reason) => browser.SendFormAsync(page, "admin/invoices/close", ("tenant", "nordplan"), ("period", "2026-10"), ("fingerprint", fingerprint), ("reason", reason));

    [GeneratedRegex("name=\"fingerprint\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Fingerprint();
}
