using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>From a month's jobs to its draft. Pure: preview, draft and issued invoice come from this one function.</summary>
public static class MonthRating
{
    /// <param name="books">What was billed before: nothing is billed again, and what changed is billed by its difference.</param>
    /// <param name="undelivered">Numbers of the customer's earlier documents that have not reached it.</param>
    public static MonthDraft Draft(JobsOfMonth month, Customer customer, VatRate vatRate, CustomerBooks books, IReadOnlyList<string> undelivered)
    {
        ArgumentNullException.ThrowIfNull(month);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(books);

        var sorting = new JobSorting(month, customer, books);
        var rated = sorting.Billable.Select(job => sorting.Rate(job)).OfType<RatedJob>().ToList();
        var questions = OpenQuestions.Of(month, sorting, undelivered);
        if (sorting.Blockers.Count > 0)
            return new BlockedMonth(month.Jobs.Count + month.Earlier.Count, sorting.Blockers, questions);

        var charged = rated.Where(job => job.IsOnALine).ToList();
        if (charged.Count == 0)
            return new NothingToBill(rated.Count, sorting.BilledBefore, questions);

        var currencies = charged.Select(job => job.Rated.Amount.Currency).Distinct().ToList();
        return currencies.Count > 1
            ? new MixedCurrencies(currencies)
            : Draft(month, rated, charged, currencies[0], vatRate, sorting.BilledBefore, questions);
    }

    private static InvoiceDraft Draft(
        JobsOfMonth month, List<RatedJob> rated, List<RatedJob> charged, Currency currency, VatRate vatRate, int billedBefore, IReadOnlyList<OpenQuestion> questions)
    {
        var groups = LineGrouping.Group(charged, vatRate);
        var draft = Draft(DocumentKind.Invoice);
        // Less than nothing is given back: a credit note says so in amounts without a minus.
        return draft.Gross.Amount < 0 ? Draft(DocumentKind.CreditNote) : draft;

        InvoiceDraft Draft(DocumentKind kind) => new(
            month.Month,
            kind,
            currency,
            [.. groups.Select(group => group.ToLine(currency, kind))],
            [.. groups.SelectMany(group => group.Jobs.Select(job => job.ToEvidence(group.Position, kind))),
                .. rated.Where(job => !job.IsOnALine).Select(job => job.ToEvidence(BilledJob.NotCharged, kind))],
            billedBefore,
            questions);
    }
}
