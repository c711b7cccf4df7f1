using NodaTime;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What this tenant issued, for modules that show its customers.</summary>
public interface IIssuedInvoices
{
    /// <summary>The invoice in force for the latest month of each customer, by the customer's tenant name; head only. Cancelled ones and credit notes are left out.</summary>
    Task<IReadOnlyDictionary<string, InvoiceContent>> LatestAsync(CancellationToken cancellationToken);

    /// <summary>The months of each customer that have their document (an invoice, or the credit note of a month that came to less than nothing), by the customer's tenant name.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlySet<YearMonth>>> BilledMonthsAsync(CancellationToken cancellationToken);
}
