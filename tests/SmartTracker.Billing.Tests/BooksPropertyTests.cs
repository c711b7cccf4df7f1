using CsCheck;
using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Tests;

/// <summary>Whatever jobs, changes, closings and credit notes come in whatever order: what is billed for a job is in the end what it costs.</summary>
public class BooksPropertyTests
{
    private static readonly YearMonth First = new(2026, 1);
    private const int Months = 4;

    private abstract record Event;

    private sealed record Job(int Number, int Month, long Area, PrintJobStatus Status, int Media) : Event;

    private sealed record Close(int Month) : Event;

    private sealed record Credit(int Which) : Event;

    private static readonly Gen<Event> Events = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 7], Gen.Int[0, Months - 1], Gen.Long[0, 9_000_001], Gen.Enum<PrintJobStatus>(), Gen.Int[0, 1])
            .Select((number, month, area, status, media) => (Event)new Job(number, month, area, status, media))),
        (3, Gen.Int[0, Months - 1].Select(month => (Event)new Close(month))),
        (1, Gen.Int[0, 5].Select(which => (Event)new Credit(which))));

    [Fact]
    public void In_the_end_each_job_is_billed_with_what_it_costs() => Events.Array[1, 40].Sample(events =>
    {
        var ledger = Play(events);
        Settle(ledger);

        foreach (var job in ledger.Jobs.Where(job => job.Status != PrintJobStatus.Pending))
            Assert.Equal(Price(ledger, job), ledger.Books.Account(job.Id).BalanceMicros);
        Check(ledger);
    }, iter: 300);

    [Fact]
    public void When_a_job_was_seen_changes_nothing_of_what_is_billed_for_it_in_the_end() =>
        Gen.Select(Events.Array[1, 30], Gen.Int[0, int.MaxValue]).Sample((events, seed) =>
        {
            var ledger = Play(events);
            // The same jobs as they stand in the end, all there before anything is closed, in another order.
            var calm = new Ledger(ledger.Customer);
            foreach (var job in ledger.Jobs.OrderBy(job => HashCode.Combine(job.Id, seed)))
                calm.Put(job);
            Settle(ledger);
            Settle(calm);

            Assert.Equal(Balances(calm), Balances(ledger));
        }, iter: 150);

    [Fact]
    public void A_second_closing_of_everything_finds_nothing_to_do() => Events.Array[1, 40].Sample(events =>
    {
        var ledger = Play(events);
        Settle(ledger);
        var documents = ledger.Documents.Count;

        Settle(ledger, later: 1);

        Assert.Equal(documents, ledger.Documents.Count);
    }, iter: 100);

    [Fact]
    public void A_month_and_its_credit_note_cancel_each_other_to_the_last_micro_unit() => Events.Array[1, 40].Sample(events =>
    {
        var ledger = Play(events);
        foreach (var invoice in ledger.Documents.Where(document => document.Kind == DocumentKind.Invoice && !ledger.IsCancelled(document)).ToList())
            ledger.Credit(invoice);

        Assert.Equal(0, ledger.Documents.Where(document => document.IsCancellation || ledger.IsCancelled(document)).Sum(document => document.Balance.Micros));
        Check(ledger);
    }, iter: 100);

    private static Ledger Play(IEnumerable<Event> events)
    {
        // The price changes in the middle of the second month.
        var ledger = new Ledger(Make.Customer(cards: [Make.Card(4.20m), Make.Card(3.333333m, new LocalDate(2026, 2, 15))]));
        foreach (var happened in events)
        {
            switch (happened)
            {
                case Job job:
                    Put(ledger, job);
                    break;
                case Close close:
                    ledger.Close(First.PlusMonths(close.Month));
                    break;
                case Credit credit when ledger.Documents.Where(document => document.Kind == DocumentKind.Invoice && !ledger.IsCancelled(document)).ToList() is { Count: > 0 } open:
                    ledger.Credit(open[credit.Which % open.Count]);
                    break;
            }
        }

        return ledger;
    }

    // A job keeps its number; seen again with other figures it has a higher revision, and may even move to another month.
    private static void Put(Ledger ledger, Job job)
    {
        var id = PrintJobId.From(new Guid(job.Number + 1, 0, 7, [8, 0, 0, 0, 0, 0, 0, 1]));
        var known = ledger.Jobs.FirstOrDefault(each => each.Id == id);
        ledger.Put(Make.Job(job.Area, job.Status, mediaType: job.Media == 0 ? "Coated" : "Vellum", id: id,
            accountedAt: Make.Berlin.AtStrictly(First.PlusMonths(job.Month).OnDayOfMonth(1 + job.Number * 3).At(new LocalTime(12, 0))).ToInstant()) with
        {
            Revision = (known?.Revision ?? 0) + 1,
        });
    }

    // Closes every month and then as many later ones as it takes until nothing is left over.
    private static void Settle(Ledger ledger, int later = 0)
    {
        for (var month = 0; month < Months + 6; month++)
            ledger.Close(First.PlusMonths(month + later));
    }

    private static long Price(Ledger ledger, PrintJob job)
    {
        var card = RateCard.InForce(ledger.Customer.RateCards, job.AccountedAt.InZone(Make.Berlin).Date)!;
        return ((Rated)card.Prices.Rate(job)).Amount.Micros;
    }

    private static Dictionary<PrintJobId, long> Balances(Ledger ledger) => ledger.Jobs.Where(job => job.Status != PrintJobStatus.Pending)
        .OrderBy(job => job.Id.Value).ToDictionary(job => job.Id, job => ledger.Books.Account(job.Id).BalanceMicros);

    private static void Check(Ledger ledger)
    {
        Assert.Empty(BooksCheck.Find(ledger.Entries));
        foreach (var document in ledger.Documents)
        {
            Assert.Empty(InvoiceCheck.Sums(document));
            Assert.True(document.GrossMicros >= 0);
            Assert.All(document.Lines, line => Assert.True(Math.Abs(line.Net.Amount - line.Exact.Amount) <= 0.005m));
            if (document.CancelsId is { } cancels)
                Assert.Empty(CancellationCheck.Compare(document, ledger.Documents.Single(other => other.Id == cancels)));
        }
    }
}
