using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Bills.Data;

/// <summary>What came with a bill: its hashes and its document.</summary>
public sealed class BillFile
{
    public required InvoiceId InvoiceId { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required string ContentHash { get; init; }

    public required string PdfHash { get; init; }

    public required byte[] Pdf { get; init; }
}
