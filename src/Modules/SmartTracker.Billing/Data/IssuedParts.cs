using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Data;

/// <summary>The hashes taken when an invoice was issued, and its document.</summary>
public sealed class InvoiceSeal
{
    public required InvoiceId InvoiceId { get; init; }

    public required string ContentHash { get; init; }

    public required string PdfHash { get; init; }

    public required byte[] Pdf { get; init; }
}

/// <summary>The last number assigned in a series and year. The row is the lock under which numbers are assigned.</summary>
public sealed class NumberSeriesState
{
    public required string Series { get; init; }

    public required int Year { get; init; }

    public required long LastNumber { get; init; }
}

/// <summary>A copy that has to reach the customer's tenant; written in the transaction that issues.</summary>
public sealed class OutboxEntry
{
    public required InvoiceId InvoiceId { get; init; }

    public required string CustomerTenant { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public Instant? DeliveredAt { get; set; }
}
