using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Bills.Portal;

/// <summary>The list of bills and credit notes.</summary>
public sealed record BillList(IReadOnlyList<InvoiceContent> Bills, Instant AsOf)
{
    private readonly HashSet<InvoiceId> _cancelled = [.. Bills.Where(bill => bill.CancelsId is not null).Select(bill => bill.CancelsId!.Value)];

    /// <summary>The newest bill that stands, or null.</summary>
    public InvoiceContent? Latest => Bills.Where(bill => bill.Kind == DocumentKind.Invoice && !IsCancelled(bill)).MaxBy(bill => bill.PeriodStart);

    /// <summary>Bills less credit notes, by currency. Payments are not known here.</summary>
    public IReadOnlyList<Money> Balances =>
        [.. Bills.GroupBy(bill => bill.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Money.Zero(new Currency(group.Key)), (sum, bill) => sum + bill.Balance))];

    public bool IsCancelled(InvoiceContent bill) => _cancelled.Contains(bill.Id);
}

/// <summary>One bill or credit note with its lines.</summary>
/// <param name="CancelledBy">The credit note that cancels it, or null.</param>
/// <param name="CanOpenCancelled">Whether the bill that this credit note cancels is here.</param>
public sealed record BillSheet(InvoiceContent Bill, int PdfBytes, InvoiceContent? CancelledBy, bool CanOpenCancelled)
{
    public bool IsCredit => Bill.Kind == DocumentKind.CreditNote;

    /// <summary>Whether there is something to pay.</summary>
    public bool IsToPay => !IsCredit && CancelledBy is null && Bill.GrossMicros > 0;

    public LineDelta? Delta(InvoiceLine line) => LineDelta.Of(Bill, line);

    public int NotCharged => Bill.Jobs.Count(job => job.Position == BilledJob.NotCharged);

    public IReadOnlyList<ChargedQuantity> Charged(InvoiceLine line) => line.Kind == LineKind.Changed ? [] : ChargedQuantity.Of(Bill.JobsAt(line.Position));
}

/// <summary>The jobs behind a line, or (without a line) those that are not charged.</summary>
public sealed record BillLineJobs(InvoiceContent Bill, InvoiceLine? Line)
{
    public IReadOnlyList<BilledJob> Jobs => Bill.JobsAt(Line?.Position ?? BilledJob.NotCharged);

    public Money Sum => Line?.Exact ?? Money.Zero(new Currency(Bill.Currency));
}

/// <summary>One job of a bill with its price steps.</summary>
/// <param name="Entries">Every bill and credit note that holds it, in order.</param>
public sealed record BillJobSteps(InvoiceContent Bill, BilledJob Job, IReadOnlyList<(InvoiceContent Bill, BilledJob Job)> Entries)
{
    public IReadOnlyList<StepRow> Rows { get; } = StepRow.Of(Job.ReadSteps());
}
