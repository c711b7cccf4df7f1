using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a customer's tenant says of a month.</summary>
/// <param name="Jobs">Every job accounted in the month.</param>
/// <param name="Earlier">Jobs of earlier months that are not in the books, or changed since they were billed.</param>
/// <param name="Printers">The registered ones; none where the tenant only imports jobs.</param>
public sealed record JobsOfMonth(BillingMonth Month, IReadOnlyList<PrintJob> Jobs, IReadOnlyList<PrintJob> Earlier, IReadOnlyList<PrinterKnowledge> Printers)
{
    /// <summary>The printer's name, or its serial number where it is no longer registered.</summary>
    public string PrinterName(PrintJob job) => Printers.FirstOrDefault(printer => printer.Id == job.PrinterId)?.Name ?? job.PrinterSerial;
}

/// <summary>A registered printer and how completely its jobs are known.</summary>
/// <param name="KnownUntil">When its whole job list was read last; null where it never was.</param>
public sealed record PrinterKnowledge(PrinterId Id, string Name, bool IsArchived, Instant? KnownUntil, IReadOnlyList<Interval> Gaps);
