using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Sorts a month's jobs, and those of earlier months, by what has to be done with them.</summary>
internal sealed class JobSorting
{
    private readonly JobsOfMonth _month;
    private readonly Customer _customer;
    private readonly CustomerBooks _books;

    public JobSorting(JobsOfMonth month, Customer customer, CustomerBooks books)
    {
        (_month, _customer, _books) = (month, customer, books);
        foreach (var job in month.Jobs.Concat(month.Earlier))
            Sort(job);
    }

    public List<PrintJob> Billable { get; } = [];

    /// <summary>Waiting, held or printing: of this month, or billed before. They are billed when they are finished, late if need be.</summary>
    public List<PrintJob> Unfinished { get; } = [];

    /// <summary>New or changed jobs of earlier months that have no document; they wait for it.</summary>
    public List<PrintJob> OfOpenMonths { get; } = [];

    public List<Blocker> Blockers { get; } = [];

    public int BilledBefore { get; private set; }

    /// <summary>Null where the job is not billed: it blocks, or stands in the books with just this amount.</summary>
    public RatedJob? Rate(PrintJob job)
    {
        var result = Price(job);
        if (result.Rating is Unrated unrated)
        {
            Blockers.Add(new Blocker(job, _month.PrinterName(job), unrated.Missing));
            return null;
        }

        var account = _books.Account(job.Id);
        var rated = new RatedJob(job, _month.PrinterName(job), result.Card!, (Rated)result.Rating, account, OriginalMonth(job));
        if (account.LiveRevision != job.Revision || rated.EffectMicros != 0)
            return rated;
        BilledBefore++;
        return null;
    }

    /// <summary>Whether somebody would have to pay for the job, paid for it before, or its price is not known.</summary>
    public bool IsWorthABill(PrintJob job) => _books.Account(job.Id).IsLive || Price(job) switch
    {
        { Rating: Rated rated } => rated.IsCharged,
        { Card: null } => false, // no terms for its day yet: not this issuer's to bill
        _ => true,
    };

    public YearMonth MonthOf(PrintJob job) => _month.Month.DayOf(job.AccountedAt).ToYearMonth();

    // The card of the job's own day, however late it is billed.
    private (RateCard? Card, RatingResult Rating) Price(PrintJob job) =>
        RateCard.InForce(_customer.RateCards, _month.Month.DayOf(job.AccountedAt)) is { } card
            ? (card, card.Prices.Rate(job))
            : (null, new Unrated([new MissingInput(MissingFigure.PriceList)]));

    private void Sort(PrintJob job)
    {
        var isOwn = MonthOf(job) == _month.Month.Month;
        if (job.Status == PrintJobStatus.Pending)
        {
            // One of an earlier month was asked about when that month was closed.
            if (isOwn || _books.Account(job.Id).IsLive)
                Unfinished.Add(job);
        }
        else if (isOwn || _books.DocumentOf(MonthOf(job)) is not null)
        {
            Billable.Add(job);
        }
        else
        {
            OfOpenMonths.Add(job);
        }
    }

    private YearMonth? OriginalMonth(PrintJob job) =>
        MonthOf(job) != _month.Month.Month || _books.Account(job.Id).IsLive ? MonthOf(job) : null;
}
