using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Invoices;

/// <summary>The list of issued documents.</summary>
public sealed record InvoiceList(IReadOnlyList<(InvoiceContent Invoice, OutboxEntry? Delivery)> Rows, Instant AsOf)
{
    private readonly HashSet<InvoiceId> _cancelled = [.. Rows.Where(row => row.Invoice.CancelsId is not null).Select(row => row.Invoice.CancelsId!.Value)];

    public bool IsCancelled(InvoiceContent invoice) => _cancelled.Contains(invoice.Id);
}

/// <summary>One document with its lines.</summary>
/// <param name="CancelledBy">The credit note that cancels it, or null.</param>
/// <param name="MayCredit">Whether the reader may cancel it.</param>
public sealed record InvoiceSheet(InvoiceContent Invoice, OutboxEntry? Delivery, InvoiceContent? CancelledBy = null, bool MayCredit = false)
{
    public int NotCharged => Invoice.Jobs.Count(job => job.Position == BilledJob.NotCharged);

    public bool CanBeCredited => MayCredit && CancelledBy is null && Invoice.Kind == DocumentKind.Invoice;

    public LineDelta? Delta(InvoiceLine line) => LineDelta.Of(Invoice, line);

    public IReadOnlyList<ChargedQuantity> Charged(InvoiceLine line) => line.Kind == LineKind.Changed ? [] : ChargedQuantity.Of(Invoice.JobsAt(line.Position));
}

/// <summary>The jobs behind a line, or (without a line) those that are not charged.</summary>
public sealed record InvoiceLineJobs(InvoiceContent Invoice, InvoiceLine? Line)
{
    public IReadOnlyList<BilledJob> Jobs => Invoice.JobsAt(Line?.Position ?? BilledJob.NotCharged);

    public Money Sum => Line?.Exact ?? Money.Zero(new Currency(Invoice.Currency));
}

/// <summary>One job of a document with its price steps, and what other documents say of it.</summary>
/// <param name="Entries">Every document that holds the job, in order.</param>
public sealed record InvoiceJobSteps(InvoiceContent Invoice, BilledJob Job, IReadOnlyList<(InvoiceContent Document, BilledJob Job)> Entries)
{
    public IReadOnlyList<StepRow> Rows { get; } = StepRow.Of(Job.ReadSteps());
}
