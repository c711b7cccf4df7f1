using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>From a month's jobs to its draft. Pure: preview, draft and issued invoice come from this one function.</summary>
public static class MonthRating
{
    /// <param name="billedBefore">Jobs that an earlier invoice holds, in whatever revision.</param>
    public static MonthDraft Draft(JobsOfMonth month, Customer customer, VatRate vatRate, IReadOnlySet<PrintJobId> billedBefore)
    {
        ArgumentNullException.ThrowIfNull(month);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(billedBefore);

        var jobs = month.Jobs.Where(job => !billedBefore.Contains(job.Id)).ToList();
        var before = month.Jobs.Count - jobs.Count;
        var blockers = new List<Blocker>();
        var rated = new List<RatedJob>();
        foreach (var job in jobs)
            Rate(job, month, customer, rated, blockers);

        if (blockers.Count > 0)
            return new BlockedMonth(month.Jobs.Count, blockers);

        var charged = rated.Where(job => job.Rated.IsCharged).ToList();
        if (charged.Count == 0)
            return new NothingToBill(rated.Count, before);

        var currencies = rated.Select(job => job.Rated.Amount.Currency).Distinct().ToList();
        if (currencies.Count > 1)
            return new MixedCurrencies(currencies);

        var lines = LineGrouping.Group(charged);
        return new InvoiceDraft(
            month.Month,
            currencies[0],
            [.. lines.Select(line => line.ToLine(currencies[0], vatRate))],
            [.. lines.SelectMany(line => line.Jobs.Select(job => job.ToEvidence(line.Position))),
                .. rated.Where(job => !job.Rated.IsCharged).Select(job => job.ToEvidence(BilledJob.NotCharged))],
            before);
    }

    private static void Rate(PrintJob job, JobsOfMonth month, Customer customer, List<RatedJob> rated, List<Blocker> blockers)
    {
        var printer = month.PrinterName(job);
        if (job.Status == PrintJobStatus.Pending)
        {
            blockers.Add(new Blocker(job, printer, []));
            return;
        }

        if (RateCard.InForce(customer.RateCards, month.Month.DayOf(job.AccountedAt)) is not { } card)
        {
            blockers.Add(new Blocker(job, printer, [new MissingInput(MissingFigure.PriceList)]));
            return;
        }

        switch (card.Prices.Rate(job))
        {
            case Rated price:
                rated.Add(new RatedJob(job, printer, card, price));
                break;
            case Unrated unrated:
                blockers.Add(new Blocker(job, printer, unrated.Missing));
                break;
        }
    }
}
