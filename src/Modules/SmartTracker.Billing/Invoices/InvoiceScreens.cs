using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Invoices;

/// <summary>The list of issued invoices.</summary>
public sealed record InvoiceList(IReadOnlyList<(InvoiceContent Invoice, OutboxEntry? Delivery)> Rows, Instant AsOf);

/// <summary>One invoice with its lines.</summary>
public sealed record InvoiceSheet(InvoiceContent Invoice, OutboxEntry? Delivery)
{
    public int NotCharged => Invoice.Jobs.Count(job => job.Position == BilledJob.NotCharged);

    public IReadOnlyList<ChargedQuantity> Charged(InvoiceLine line) => ChargedQuantity.Of(Invoice.JobsAt(line.Position));
}

/// <summary>The jobs behind a line, or (without a line) those that are not charged.</summary>
public sealed record InvoiceLineJobs(InvoiceContent Invoice, InvoiceLine? Line)
{
    public IReadOnlyList<BilledJob> Jobs => Invoice.JobsAt(Line?.Position ?? BilledJob.NotCharged);

    public Money Sum => Line?.Exact ?? Money.Zero(new Currency(Invoice.Currency));
}
