namespace SmartTracker.Billing.Abstractions;

/// <summary>What a document does to the customer's account. Amounts of both kinds are written as they are read; <see cref="InvoiceContent.Sign"/> says which way they go.</summary>
public enum DocumentKind
{
    /// <summary>EN 16931 type 380: the customer owes it.</summary>
    Invoice,

    /// <summary>EN 16931 type 381: the customer is given it back.</summary>
    CreditNote,
}

/// <summary>Why jobs stand on a line.</summary>
public enum LineKind
{
    /// <summary>Jobs of the document's own month.</summary>
    Jobs,

    /// <summary>Jobs that arrived after their month was billed.</summary>
    Late,

    /// <summary>Jobs that changed after they were billed: the new price less what was billed.</summary>
    Changed,
}
