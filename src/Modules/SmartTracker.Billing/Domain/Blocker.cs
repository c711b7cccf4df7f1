using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>A job without a price.</summary>
/// <param name="Missing">Every reason, not only the first.</param>
public sealed record Blocker(PrintJob Job, string PrinterName, IReadOnlyList<MissingInput> Missing);
