using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>The words of the document, in the customer's language and not the reader's; frozen with the PDF.</summary>
internal sealed record InvoiceWords
{
    public required string Invoice { get; init; }
    public required string Number { get; init; }
    public required string IssuedOn { get; init; }
    public required string DueOn { get; init; }
    public required string ServicePeriod { get; init; }
    public required string YourVatId { get; init; }
    public required string VatId { get; init; }
    public required string TaxNumber { get; init; }
    public required string Subject { get; init; }
    public required string Position { get; init; }
    public required string Service { get; init; }
    public required string Quantity { get; init; }
    public required string UnitPrice { get; init; }
    public required string Amount { get; init; }
    public required string UnknownMedia { get; init; }
    public required string OneJob { get; init; }
    public required string Jobs { get; init; }
    public required string Net { get; init; }
    public required string Vat { get; init; }
    public required string Gross { get; init; }
    public required string PleasePay { get; init; }
    public required string Bank { get; init; }
    public required string Reference { get; init; }
    public required string RoundingNote { get; init; }
    public required string EvidenceNote { get; init; }
    public required string OneNotChargedNote { get; init; }
    public required string NotChargedNote { get; init; }
    public required string Page { get; init; }
    public required IReadOnlyDictionary<Measure, string> Measures { get; init; }
    public required IReadOnlyDictionary<Measure, string> Units { get; init; }

    public static InvoiceWords In(string language) => language == "de" ? GermanWords.Words : EnglishWords.Words;
}
