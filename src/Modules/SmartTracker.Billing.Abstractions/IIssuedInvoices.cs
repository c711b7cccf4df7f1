using NodaTime;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What this tenant issued, for modules that show its customers.</summary>
public interface IIssuedInvoices
{
    /// <summary>The invoice for the latest month of each customer, by the customer's tenant name; head only.</summary>
    Task<IReadOnlyDictionary<string, InvoiceContent>> LatestAsync(CancellationToken cancellationToken);

    /// <summary>The months that each customer was billed for, by the customer's tenant name.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlySet<YearMonth>>> BilledMonthsAsync(CancellationToken cancellationToken);
}
