namespace SmartTracker.Billing.Abstractions;

/// <summary>What this tenant received, for modules that show its figures.</summary>
public interface IReceivedInvoices
{
    /// <summary>The invoice for the latest month; head only. Null where none has arrived yet.</summary>
    Task<InvoiceContent?> FindLatestAsync(CancellationToken cancellationToken);
}
