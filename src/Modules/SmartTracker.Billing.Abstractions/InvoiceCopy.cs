namespace SmartTracker.Billing.Abstractions;

/// <summary>An issued invoice on its way to the customer's tenant.</summary>
/// <param name="ContentHash">What the issuer stored; the receiver recomputes it.</param>
public sealed record InvoiceCopy(InvoiceContent Content, string ContentHash, byte[] Pdf, string PdfHash);
