using System.Globalization;
using SmartTracker.Billing.Abstractions;
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
    public required string CreditNote { get; init; }
    public required string CreditNoteNumber { get; init; }
    public required string Cancels { get; init; }
    public required string CancelReason { get; init; }
    public required string MonthGivenBack { get; init; }
    public required string Late { get; init; }
    public required string Changed { get; init; }
    public required string NewPrice { get; init; }
    public required string BilledBefore { get; init; }
    public required string CreditedGross { get; init; }
    public required string GivenBack { get; init; }
    public required string NothingToPay { get; init; }
    public required string ClosedAnyway { get; init; }
    public required string UnfinishedJobs { get; init; }
    public required string PrinterNotRead { get; init; }
    public required string PrinterGap { get; init; }
    public required string NotDelivered { get; init; }
    public required string MonthNotBilled { get; init; }
    public required string Page { get; init; }
    public required IReadOnlyDictionary<Measure, string> Measures { get; init; }
    public required IReadOnlyDictionary<Measure, string> Units { get; init; }

    public string Title(DocumentKind kind) => kind == DocumentKind.CreditNote ? CreditNote : Invoice;

    /// <summary>What a line is about: where, on what, and for late or changed jobs why and for which month.</summary>
    public string Line(InvoiceLine line, InvoiceFormats formats)
    {
        var what = $"{line.PrinterName}, {line.MediaType ?? UnknownMedia}";
        return line.OriginalPeriodStart is { } month
            ? string.Format(CultureInfo.InvariantCulture, line.Kind == LineKind.Late ? Late : Changed, what, formats.Month(month.ToYearMonth()))
            : what;
    }

    public static InvoiceWords In(string language) => language == "de" ? GermanWords.Words : EnglishWords.Words;
}
