using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Crediting;

/// <summary>What came of asking for an invoice to be cancelled.</summary>
public abstract record CreditOutcome;

/// <summary>Nothing was changed.</summary>
public sealed record CreditRefused(CreditRefusal Reason) : CreditOutcome;

public enum CreditRefusal
{
    NoSuchInvoice,

    /// <summary>A credit note is not cancelled; what is wrong with it is corrected in the next month.</summary>
    NotAnInvoice,

    NoIssuer,

    /// <summary>A reason is part of the document: 1 to 500 characters.</summary>
    ReasonMissing,
}

/// <summary>The invoice had its credit note already; nothing was changed.</summary>
/// <param name="CreditNote">Its head.</param>
public sealed record CreditedBefore(InvoiceContent CreditNote) : CreditOutcome;

/// <summary>The invoice is cancelled now.</summary>
public sealed record CreditIssued(InvoiceContent CreditNote, bool Delivered) : CreditOutcome;
