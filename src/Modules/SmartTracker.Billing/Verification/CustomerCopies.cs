using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Verification;

/// <summary>Compares an invoice with the copy in its customer's tenant. A tenant that is not running, or no longer receives bills, is compared when it does again.</summary>
public sealed class CustomerCopies(BillingStore store, ITenants tenants)
{
    public async Task<IReadOnlyList<Finding>> CompareAsync(InvoiceContent invoice, InvoiceSeal? seal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var delivery = await store.FindDeliveryAsync(invoice.Id, cancellationToken);
        if (delivery is null)
            return [Differs(invoice, "nothing says whether its copy was delivered")];

        var (asked, held) = await AskAsync(invoice, cancellationToken);
        if (!asked)
            return [];
        if (held is null)
            return delivery.DeliveredAt is null ? [] : [Differs(invoice, $"its copy was delivered to {invoice.CustomerTenant} and is not there")];
        return [.. Differences(invoice, seal, held)];
    }

    private async Task<(bool Asked, HeldCopy? Held)> AskAsync(InvoiceContent invoice, CancellationToken cancellationToken)
    {
        try
        {
            return await tenants.RunAsync(
                invoice.CustomerTenant,
                async services => services.GetService<IInvoiceReceiver>() is { } receiver
                    ? (true, await receiver.FindAsync(invoice.Id, cancellationToken))
                    : (false, null),
                cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return (false, null);
        }
    }

    private static IEnumerable<Finding> Differences(InvoiceContent invoice, InvoiceSeal? seal, HeldCopy held)
    {
        var where = $"the copy in {invoice.CustomerTenant}";
        if (seal is not null && held.ContentHash != seal.ContentHash)
            yield return Differs(invoice, $"{where} has another content hash");
        if (held.RecomputedContentHash != held.ContentHash)
            yield return Differs(invoice, $"{where} was changed after it was received; its content hash differs");
        if (seal is not null && held.PdfHash != seal.PdfHash)
            yield return Differs(invoice, $"{where} has another PDF");
        if (held.RecomputedPdfHash != held.PdfHash)
            yield return Differs(invoice, $"{where} has a PDF that was changed after it was received");
    }

    private static Finding Differs(InvoiceContent invoice, string what) => new("I4", $"{invoice.Name()}: {what}.");
}
