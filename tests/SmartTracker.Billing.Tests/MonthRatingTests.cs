using CsCheck;
using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Tests;

public class MonthRatingTests
{
    private static readonly Gen<PrintJob> Jobs = Gen.Select(
        Gen.Long[0, 20_000_000], Gen.OneOf(Gen.Const((string?)"Coated 130 g"), Gen.Const((string?)"Vellum"), Gen.Const(() => (string?)null)), Gen.Int[1, 3],
        (area, media, printer) => Make.Job(area, mediaType: media, printer: PrinterId.From(new Guid(printer, 0, 7, [8, 0, 0, 0, 0, 0, 0, 1]))));

    [Fact]
    public void A_line_rounds_the_sum_of_its_jobs_once()
    {
        // Each job is 0.335 m² at 1.00: line by line rounding would give 1.02.
        var jobs = Enumerable.Range(0, 3).Select(_ => Make.Job(335_000)).ToArray();

        var draft = (InvoiceDraft)Make.Draft(Make.Month(jobs), Make.Customer(cards: Make.Card(1m)));

        Assert.Equal(1.01m, draft.Net.Amount);
        Assert.Equal(1_005_000, Assert.Single(draft.Lines).ExactMicros);
    }

    [Fact]
    public void Half_a_cent_rounds_away_from_zero()
    {
        var draft = (InvoiceDraft)Make.Draft(Make.Month(Make.Job(2_345_000)), Make.Customer(cards: Make.Card(1m)));

        Assert.Equal(2.35m, draft.Net.Amount);
    }

    [Fact]
    public void Tax_is_rounded_once_on_the_sum_of_the_lines()
    {
        // Three lines of 0.03: tax per line would be 0.01 each, on the sum it is 0.0171 and so 0.02.
        var jobs = new[] { "A", "B", "C" }.Select(media => Make.Job(30_000, mediaType: media)).ToArray();

        var draft = (InvoiceDraft)Make.Draft(Make.Month(jobs), Make.Customer(cards: Make.Card(1m)));

        Assert.Equal(3, draft.Lines.Count);
        Assert.Equal(0.02m, draft.Tax.Amount);
        Assert.Equal(0.11m, draft.Gross.Amount);
    }

    [Fact]
    public void Whatever_the_jobs_evidence_lines_and_totals_add_up() =>
        Jobs.Array[1, 40].Sample(jobs =>
        {
            var draft = (InvoiceDraft)Make.Draft(jobs);
            var invoice = Issue(draft);

            Assert.Empty(InvoiceCheck.Sums(invoice));
            Assert.Equal(jobs.Length, invoice.Jobs.Count);
            Assert.Equal(draft.Lines.Count, draft.Lines.Select(line => line.ChargeKey).Distinct().Count());
            Assert.All(draft.Lines, line => Assert.True(Math.Abs(line.Net.Amount - line.Exact.Amount) <= 0.005m));
            Assert.Equal(0, invoice.NetMicros % 10_000);
            Assert.Equal(0, invoice.TaxMicros % 10_000);
        });

    [Fact]
    public void The_preview_is_the_invoice_that_is_issued() =>
        Jobs.Array[1, 20].Sample(jobs =>
        {
            var draft = (InvoiceDraft)Make.Draft(jobs);
            var preview = draft.Preview(new LocalDate(2026, 11, 2), Make.Customer(), Make.Issuer());
            var issued = Issue(draft);

            var withoutNumber = issued with
            {
                Id = default,
                Number = "",
                Sequence = 0,
                Lines = [.. issued.Lines.Select(line => line with { InvoiceId = default })],
                Jobs = [.. issued.Jobs.Select(job => job with { InvoiceId = default })],
            };
            Assert.Equal(ContentHash.Of(preview), ContentHash.Of(withoutNumber));
        });

    [Fact]
    public void The_order_in_which_jobs_come_changes_nothing_but_their_order() =>
        Gen.Select(Jobs.Array[2, 20], Gen.Int[0, 1000]).Sample((jobs, seed) =>
        {
            var first = (InvoiceDraft)Make.Draft(jobs);
            var second = (InvoiceDraft)Make.Draft([.. jobs.OrderBy(job => HashCode.Combine(job.Id, seed))]);

            Assert.Equal(first.Net, second.Net);
            Assert.Equal(first.Lines.Select(line => (line.ChargeKey, line.NetMicros)), second.Lines.Select(line => (line.ChargeKey, line.NetMicros)));
        });

    [Fact]
    public void A_job_without_a_price_blocks_and_says_what_is_missing()
    {
        var unknown = Make.Job() with { PageArea = null };

        var blocked = Assert.IsType<BlockedMonth>(Make.Draft(Make.Job(), unknown));

        var blocker = Assert.Single(blocked.Blockers);
        Assert.Equal(unknown.Id, blocker.Job.Id);
        Assert.Equal(MissingFigure.PageArea, Assert.Single(blocker.Missing).Figure);
        Assert.Equal(2, blocked.Looked);
    }

    [Fact]
    public void A_day_before_the_first_rate_card_blocks()
    {
        var draft = Make.Draft(Make.Month(Make.Job()), Make.Customer(cards: Make.Card(validFrom: new LocalDate(2026, 10, 6))));

        Assert.Equal(MissingFigure.PriceList, Assert.Single(Assert.Single(Assert.IsType<BlockedMonth>(draft).Blockers).Missing).Figure);
    }

    [Fact]
    public void Each_job_takes_the_rate_card_of_its_own_day()
    {
        var before = Make.Job(accountedAt: Instant.FromUtc(2026, 10, 14, 21, 59));
        var after = Make.Job(accountedAt: Instant.FromUtc(2026, 10, 14, 22, 0)); // midnight in Berlin
        var customer = Make.Customer(cards: [Make.Card(1m), Make.Card(2m, new LocalDate(2026, 10, 15))]);

        var draft = (InvoiceDraft)Make.Draft(Make.Month(before, after), customer);

        Assert.Equal(1m, draft.Jobs.Single(job => job.PrintJobId == before.Id).Amount.Amount);
        Assert.Equal(2m, draft.Jobs.Single(job => job.PrintJobId == after.Id).Amount.Amount);
    }

    [Fact]
    public void Failed_and_internal_jobs_are_evidence_but_not_charged()
    {
        var draft = Assert.IsType<InvoiceDraft>(Make.Draft(Make.Job(), Make.Job(status: PrintJobStatus.Failed), Make.Job(kind: JobKind.Internal)));

        Assert.Equal(1, Assert.Single(draft.Lines).JobCount);
        Assert.Equal(2, draft.Jobs.Count(job => job.Position == BilledJob.NotCharged));
    }

    [Fact]
    public void A_month_of_failed_jobs_is_no_invoice() =>
        Assert.Equal(1, Assert.IsType<NothingToBill>(Make.Draft(Make.Job(status: PrintJobStatus.Failed))).NotCharged);

    [Fact]
    public void A_month_without_jobs_is_no_invoice() => Assert.Equal(0, Assert.IsType<NothingToBill>(Make.Draft()).NotCharged);

    [Fact]
    public void Two_currencies_in_a_month_are_refused()
    {
        var customer = Make.Customer(cards: [Make.Card(), Make.Card(currency: "CHF", validFrom: new LocalDate(2026, 10, 15))]);

        var draft = Make.Draft(Make.Month(Make.Job(), Make.Job(accountedAt: Instant.FromUtc(2026, 10, 20, 0, 0))), customer);

        Assert.Equal(["EUR", "CHF"], Assert.IsType<MixedCurrencies>(draft).Currencies.Select(currency => currency.Code));
    }

    [Fact]
    public void An_invoice_in_yen_has_no_decimals()
    {
        var draft = (InvoiceDraft)Make.Draft(Make.Month(Make.Job(1_500_000)), Make.Customer(cards: Make.Card(1m, currency: "JPY")));

        Assert.Equal(2m, draft.Net.Amount);
        Assert.Equal(0m, draft.Tax.Amount);
    }

    [Fact]
    public void Text_that_no_database_stores_is_replaced_where_one_sees_it()
    {
        var draft = (InvoiceDraft)Make.Draft(Make.Job(jobName: "a\0b\ud800c"));

        Assert.Equal("a\ufffdb\ufffdc", Assert.Single(draft.Jobs).JobName);
    }

    private static InvoiceContent Issue(InvoiceDraft draft) =>
        draft.Issue(InvoiceId.New(), new NumberTaken(Make.Issuer().Series, 2026, 1), new LocalDate(2026, 11, 2), Make.Customer(), Make.Issuer());
}
