namespace SmartTracker.Billing.Abstractions;

/// <summary>Takes the copies of invoices that a tenant receives. Resolved in the customer's scope.</summary>
public interface IInvoiceReceiver
{
    /// <summary>Stores a copy. The same copy again changes nothing.</summary>
    /// <exception cref="InvoiceCopyRefusedException">The copy does not match its hashes, or another copy of this invoice is already there.</exception>
    Task<CopyReceived> ReceiveAsync(InvoiceCopy copy, CancellationToken cancellationToken);

    /// <summary>What the tenant holds of an invoice, with hashes recomputed from its tables; null where it holds nothing.</summary>
    Task<HeldCopy?> FindAsync(InvoiceId id, CancellationToken cancellationToken);
}

public enum CopyReceived
{
    Stored,
    AlreadyThere,
}

/// <summary>A received invoice as its tables say now.</summary>
/// <param name="ContentHash">As it was received.</param>
/// <param name="RecomputedContentHash">From head, lines and jobs as they are stored.</param>
/// <param name="PdfHash">As it was received.</param>
/// <param name="RecomputedPdfHash">From the stored bytes, or null where they are missing.</param>
public sealed record HeldCopy(string ContentHash, string RecomputedContentHash, string PdfHash, string? RecomputedPdfHash);

/// <summary>A copy of an invoice is not acceptable; the message names the invoice and what differs.</summary>
public sealed class InvoiceCopyRefusedException(string message) : Exception(message);
