using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;

namespace SmartTracker.Bills.Receiving;

/// <summary>Takes a bill in once, and only when it is whole and meant for this tenant.</summary>
internal sealed class BillReceiver(BillStore store, ITenantDatabase database, Tenant tenant, TimeProvider time) : IInvoiceReceiver
{
    public async Task<CopyReceived> ReceiveAsync(InvoiceCopy copy, CancellationToken cancellationToken)
    {
        Check(copy);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.FindFileAsync(copy.Content.Id, cancellationToken) is { } held)
        {
            return held.ContentHash == copy.ContentHash && held.PdfHash == copy.PdfHash
                ? CopyReceived.AlreadyThere
                : throw new InvoiceCopyRefusedException($"Another copy of invoice {copy.Content.Number} was received before; it stays as it is.");
        }

        var file = new BillFile
        {
            InvoiceId = copy.Content.Id,
            ReceivedAt = time.Now(),
            ContentHash = copy.ContentHash,
            PdfHash = copy.PdfHash,
            Pdf = copy.Pdf,
        };
        await store.AddAsync(copy.Content, file, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CopyReceived.Stored;
    }

    public async Task<HeldCopy?> FindAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } bill)
            return null;

        var file = await store.FindFileAsync(id, cancellationToken);
        return new HeldCopy(
            file?.ContentHash ?? "",
            ContentHash.Of(bill),
            file?.PdfHash ?? "",
            file is null ? null : ContentHash.OfFile(file.Pdf));
    }

    private void Check(InvoiceCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Content.CustomerTenant != tenant.Name)
            throw new InvoiceCopyRefusedException($"Invoice {copy.Content.Number} is for the tenant {copy.Content.CustomerTenant}, not for {tenant.Name}.");
        if (ContentHash.Of(copy.Content) != copy.ContentHash)
            throw new InvoiceCopyRefusedException($"Invoice {copy.Content.Number} does not match its content hash.");
        if (ContentHash.OfFile(copy.Pdf) != copy.PdfHash)
            throw new InvoiceCopyRefusedException($"The PDF of invoice {copy.Content.Number} does not match its hash.");
    }
}
