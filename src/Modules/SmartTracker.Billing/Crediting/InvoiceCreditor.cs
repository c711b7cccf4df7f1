using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Crediting;

/// <summary>Cancels an issued invoice by a credit note over all of it: once, however often it is asked. Its month is then open again.</summary>
public sealed class InvoiceCreditor(
    BillingStore store, BooksStore books, DocumentSealing sealing, ITenantDatabase database, InvoiceDelivery delivery, Tenant issuer, TimeProvider time)
{
    public async Task<CreditOutcome> CreditAsync(InvoiceId id, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Cancellation.LongestReason)
            return new CreditRefused(CreditRefusal.ReasonMissing);
        if (await store.FindAsync(id, cancellationToken) is not { } invoice)
            return new CreditRefused(CreditRefusal.NoSuchInvoice);
        if (invoice.Kind != DocumentKind.Invoice)
            return new CreditRefused(CreditRefusal.NotAnInvoice);
        if (await store.FindIssuerAsync(cancellationToken) is not { } terms)
            return new CreditRefused(CreditRefusal.NoIssuer);

        var outcome = await StoreAsync(invoice, reason, terms, cancellationToken);
        return outcome is CreditIssued issued
            ? issued with { Delivered = await delivery.TryDeliverAsync(issued.CreditNote.Id, cancellationToken) }
            : outcome;
    }

    private async Task<CreditOutcome> StoreAsync(InvoiceContent invoice, string reason, IssuerTerms terms, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        await books.TakeAsync(invoice.CustomerTenant, cancellationToken);
        // Whoever waited for the books sees the credit note here, and leaves everything as it is by rolling back.
        if (await store.FindCancellationAsync(invoice.Id, cancellationToken) is { } earlier)
            return new CreditedBefore(earlier);

        var today = time.Now().InZone(issuer.TimeZone).Date;
        var number = await store.TakeNumberAsync(terms.CreditNoteSeries, today.Year, cancellationToken);
        var standing = await books.ReadAsync(invoice.CustomerTenant, cancellationToken);
        var creditNote = Cancellation.Of(invoice, reason, InvoiceId.New(), number, today, terms, standing);
        await sealing.StoreAsync(creditNote, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CreditIssued(creditNote, Delivered: false);
    }
}
