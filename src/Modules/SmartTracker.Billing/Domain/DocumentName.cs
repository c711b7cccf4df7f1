using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

internal static class DocumentName
{
    /// <summary>As findings and logs name a document.</summary>
    public static string Name(this InvoiceContent content) => content.Kind.Name(content.Number);

    public static string Name(this DocumentKind kind, string number) => (kind == DocumentKind.CreditNote ? "Credit note " : "Invoice ") + number;
}
