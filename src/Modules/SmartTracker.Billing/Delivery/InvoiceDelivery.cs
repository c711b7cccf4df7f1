using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;

namespace SmartTracker.Billing.Delivery;

/// <summary>Brings copies of issued invoices to the customers' tenants. No transaction spans two tenants: a copy may arrive twice, and the receiver keeps one.</summary>
public sealed partial class InvoiceDelivery(
    BillingDbContext context, BillingStore store, ITenantDatabase database, ITenants tenants, TimeProvider time, ILogger<InvoiceDelivery> logger)
{
    private const int AtOnce = 50;
    private const int LongestError = 500;
    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>Delivers what is due.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await context.Outbox.AsNoTracking()
            .Where(entry => entry.DeliveredAt == null && entry.NextAttemptAt <= now)
            .OrderBy(entry => entry.NextAttemptAt).Take(AtOnce)
            .Select(entry => entry.InvoiceId).ToListAsync(cancellationToken);
        foreach (var id in due)
            await TryDeliverAsync(id, cancellationToken);
    }

    /// <summary>One attempt; a failed one is noted and tried again later. True where the copy is in the customer's tenant.</summary>
    public async Task<bool> TryDeliverAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        // What is not committed yet must not leave; the outbox has it.
        if (database.CurrentTransaction is not null)
            return false;
        var entry = await context.Outbox.SingleAsync(e => e.InvoiceId == id, cancellationToken);
        if (entry.DeliveredAt is not null)
            return true;

        try
        {
            var copy = await CopyAsync(id, cancellationToken);
            await tenants.RunAsync(
                entry.CustomerTenant,
                services => services.GetRequiredService<IInvoiceReceiver>().ReceiveAsync(copy, cancellationToken),
                cancellationToken);
            entry.DeliveredAt = time.Now();
            entry.LastError = null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever keeps a copy away, the invoice stands and the next attempt may succeed.
            Failed(error, id, entry.CustomerTenant);
            entry.LastError = error.Message.Length > LongestError ? error.Message[..LongestError] : error.Message;
        }

        entry.Attempts++;
        entry.NextAttemptAt = time.Now() + Wait(entry.Attempts);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return entry.DeliveredAt is not null;
    }

    private async Task<InvoiceCopy> CopyAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        var content = await store.FindAsync(id, cancellationToken);
        var seal = await store.FindSealAsync(id, cancellationToken);
        return content is null || seal is null
            ? throw new InvalidOperationException($"Invoice {id} waits for delivery but is not stored whole.")
            : new InvoiceCopy(content, seal.ContentHash, seal.Pdf, seal.PdfHash);
    }

    // 1, 2, 4 … minutes, at most an hour.
    private static Duration Wait(int attempts) =>
        Duration.Min(Duration.FromMinutes(1L << Math.Min(attempts - 1, 6)), LongestWait);

    [LoggerMessage(1, LogLevel.Warning, "The copy of invoice {InvoiceId} could not be delivered to {CustomerTenant}; it is tried again")]
    private partial void Failed(Exception error, InvoiceId invoiceId, string customerTenant);
}
