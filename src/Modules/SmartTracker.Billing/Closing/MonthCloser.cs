using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Billing.Domain;
using SmartTracker.Billing.Pdf;

namespace SmartTracker.Billing.Closing;

/// <summary>Bills a customer's month: once, however often and from however many places it is asked.</summary>
public sealed class MonthCloser(InvoiceDrafter drafter, BillingStore store, ITenantDatabase database, InvoiceDelivery delivery, TimeProvider time)
{
    /// <summary>What issuing would do.</summary>
    public Task<MonthClose> PreviewAsync(string tenant, YearMonth period, CancellationToken cancellationToken) =>
        drafter.DraftAsync(tenant, period, cancellationToken);

    /// <param name="fingerprint">Of the draft that somebody looked at and confirmed, or null to issue what there is.</param>
    public async Task<MonthClose> IssueAsync(string tenant, YearMonth period, string? fingerprint, CancellationToken cancellationToken)
    {
        var outcome = await drafter.DraftAsync(tenant, period, cancellationToken);
        if (outcome is not MonthDrafted drafted)
            return outcome;
        if (fingerprint is not null && fingerprint != drafted.Fingerprint)
            return new MonthRefused(tenant, period, RefusalReason.DraftChanged);

        outcome = await StoreAsync(drafted, cancellationToken);
        return outcome is MonthIssued issued
            ? issued with { Delivered = await delivery.TryDeliverAsync(issued.Invoice.Id, cancellationToken) }
            : outcome;
    }

    private async Task<MonthClose> StoreAsync(MonthDrafted drafted, CancellationToken cancellationToken)
    {
        var ready = drafted.Draft;
        await using var transaction = await database.BeginAsync(cancellationToken);

        // The number's row is the lock: whoever waited for it sees here that the month has its invoice, and gives the number back by rolling back.
        var number = await store.TakeNumberAsync(ready.Issuer.Series, ready.IssuedOn.Year, cancellationToken);
        if (await store.FindByMonthAsync(drafted.Tenant, ready.Invoice.Month.FirstDay, cancellationToken) is { } earlier)
            return new MonthBilledBefore(drafted.Tenant, drafted.Period, earlier);

        var content = ready.Invoice.Issue(InvoiceId.New(), number, ready.IssuedOn, ready.Customer, ready.Issuer);
        var pdf = InvoicePdf.Render(content);
        var seal = new InvoiceSeal
        {
            InvoiceId = content.Id,
            ContentHash = ContentHash.Of(content),
            PdfHash = ContentHash.OfFile(pdf),
            Pdf = pdf,
        };
        var now = time.Now();
        var outbox = new OutboxEntry { InvoiceId = content.Id, CustomerTenant = content.CustomerTenant, CreatedAt = now, NextAttemptAt = now };
        await store.AddIssuedAsync(content, seal, outbox, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new MonthIssued(drafted.Tenant, drafted.Period, content, Delivered: false);
    }
}
