namespace SmartTracker.Billing.Abstractions;

/// <summary>What this tenant received, for modules that show its figures.</summary>
public interface IReceivedInvoices
{
    /// <summary>The invoice in force for the latest month; head only. Null where none has arrived yet, or all are cancelled.</summary>
    Task<InvoiceContent?> FindLatestAsync(CancellationToken cancellationToken);
}
