using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Why a job keeps its month from being billed.</summary>
/// <param name="Missing">What is missing; empty for a pending job.</param>
public sealed record Blocker(PrintJob Job, string PrinterName, IReadOnlyList<MissingInput> Missing)
{
    public bool IsPending => Missing.Count == 0;
}
