using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>Bills a customer's month: once, however often and from however many places it is asked.</summary>
public sealed class MonthCloser(
    InvoiceDrafter drafter, BillingStore store, BooksStore books, DocumentSealing sealing, ITenantDatabase database, InvoiceDelivery delivery)
{
    private const int Tries = 5;

    /// <summary>What issuing would do.</summary>
    public Task<MonthClose> PreviewAsync(string tenant, YearMonth period, CancellationToken cancellationToken) =>
        drafter.DraftAsync(tenant, period, cancellationToken);

    /// <param name="fingerprint">Of the draft that somebody looked at and confirmed, or null to issue what there is.</param>
    /// <param name="anyway">Who closes the month although something is open, and why.</param>
    public async Task<MonthClose> IssueAsync(string tenant, YearMonth period, string? fingerprint, CancellationToken cancellationToken, CloseAnyway? anyway = null)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var outcome = await drafter.DraftAsync(tenant, period, cancellationToken);
            if (outcome is not MonthDrafted drafted)
                return outcome;
            if (fingerprint is not null && fingerprint != drafted.Fingerprint)
                return new MonthRefused(tenant, period, RefusalReason.DraftChanged);
            if (drafted.Draft.Invoice.Questions.Count > 0 && anyway is null)
                return new MonthQuestioned(tenant, period, drafted);

            // Null: another document of this customer came first, so the draft may be wrong by now.
            if (await StoreAsync(drafted, anyway, cancellationToken) is { } document)
                return new MonthIssued(tenant, period, document, await delivery.TryDeliverAsync(document.Id, cancellationToken));
        }

        return new MonthRefused(tenant, period, RefusalReason.BooksBusy);
    }

    private async Task<InvoiceContent?> StoreAsync(MonthDrafted drafted, CloseAnyway? anyway, CancellationToken cancellationToken)
    {
        var ready = drafted.Draft;
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!await books.TakeAsync(drafted.Tenant, ready.Books, cancellationToken))
            return null;

        var number = await store.TakeNumberAsync(ready.Issuer.SeriesOf(ready.Invoice.Kind), ready.IssuedOn.Year, cancellationToken);
        var content = ready.Invoice.Issue(InvoiceId.New(), number, ready.IssuedOn, ready.Customer, ready.Issuer, anyway);
        await sealing.StoreAsync(content, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return content;
    }
}
