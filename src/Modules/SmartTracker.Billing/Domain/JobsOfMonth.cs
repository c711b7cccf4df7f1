using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a customer's tenant says of a month.</summary>
/// <param name="Jobs">Every job accounted in the month.</param>
public sealed record JobsOfMonth(BillingMonth Month, IReadOnlyList<PrintJob> Jobs, IReadOnlyDictionary<PrinterId, string> PrinterNames)
{
    /// <summary>The printer's name, or its serial number where it is no longer registered.</summary>
    public string PrinterName(PrintJob job) => PrinterNames.GetValueOrDefault(job.PrinterId) ?? job.PrinterSerial;
}
