using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Pdf;

namespace SmartTracker.Billing.Closing;

/// <summary>Prints, seals and stores an issued document and puts its copy into the outbox, all in the caller's transaction.</summary>
public sealed class DocumentSealing(BillingStore store, TimeProvider time)
{
    public async Task StoreAsync(InvoiceContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
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
    }
}
