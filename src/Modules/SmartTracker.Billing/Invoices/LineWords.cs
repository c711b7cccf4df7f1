using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Invoices;

/// <summary>Lines, jobs and prices in the reader's words.</summary>
public sealed class LineWords(IStringLocalizer<Texts> texts, Formats formats)
{
    public string Line(InvoiceLine line) => $"{line.PrinterName}, {line.MediaType ?? texts["media not reported"].Value}";

    /// <summary>Why late or changed jobs stand on a line; empty for those of the document's own month.</summary>
    public string Why(InvoiceLine line) => line switch
    {
        { Kind: LineKind.Late, OriginalPeriodStart: { } month } => texts["Late: belongs to {0}", formats.Month(month.ToYearMonth())],
        { Kind: LineKind.Changed, OriginalPeriodStart: { } month } => texts["Changed after it was billed, {0}", formats.Month(month.ToYearMonth())],
        _ => "",
    };

    public string Delta(LineDelta delta) =>
        texts["Priced {0} now, {1} billed before", formats.Rate(delta.Now), formats.Rate(delta.Before)];

    public string Title(InvoiceContent document) => Title(document.Kind, document.Number);

    public string Title(DocumentKind kind, string number) => kind == DocumentKind.CreditNote ? texts["Credit note {0}", number] : texts["Invoice {0}", number];

    /// <summary>Whether it stands or was cancelled.</summary>
    public string State(InvoiceContent document, bool isCancelled) => (document.Kind, isCancelled) switch
    {
        (_, true) => texts["credited"],
        (DocumentKind.CreditNote, _) => texts["Credit note"],
        _ => texts["Issued"],
    };

    public string Step(PriceStep step) => step.Kind switch
    {
        StepKind.Usage => step.InkChannel is { } channel ? texts["Ink {0}", channel] : Measure(step.Measure!.Value),
        StepKind.DeviceError => texts["Stopped by the device"],
        StepKind.InternalJob => texts["Internal job"],
        StepKind.NothingPrinted => texts["Nothing printed"],
        StepKind.Rounding => texts["Rounding"],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, null),
    };

    public string Quantity(Measure measure, decimal quantity) => formats.Number(quantity, 0, 6) + Unit(measure);

    public string Charged(ChargedQuantity charged, Currency currency) =>
        $"{Measure(charged.Measure)}: {formats.Number(charged.Quantity, 0, 6)}{Unit(charged.Measure)} × {Rate(charged.Measure, charged.UnitPrice, currency)}";

    public string Measure(Measure measure) => measure switch
    {
        Costing.Abstractions.Measure.PageArea => texts["Page area"],
        Costing.Abstractions.Measure.MediaArea => texts["Media area"],
        Costing.Abstractions.Measure.Ink => texts["Ink"],
        Costing.Abstractions.Measure.Pages => texts["Pages"],
        Costing.Abstractions.Measure.Job => texts["Fixed per job"],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    public string Rate(Measure measure, decimal price, Currency currency) =>
        formats.Rate(new Money(price, currency)) + (Unit(measure) is { Length: > 0 } unit ? "\u00a0/" + unit : "");

    /// <summary>What a rate is for, beside its measure; empty where it is for everything.</summary>
    public string Condition(Rate rate) => string.Join(", ", new[] { rate.InkChannel is { } ink ? texts["only ink {0}", ink].Value : null, rate.MediaType }.OfType<string>());

    public string JobName(BilledJob job) => JobName(job.JobName, job.DeviceJobId);

    public string JobName(PrintJob job) => JobName(job.JobName, job.DeviceJobId);

    public string Status(PrintJobStatus status) => status switch
    {
        PrintJobStatus.Completed => texts["Completed"],
        PrintJobStatus.Cancelled => texts["Cancelled"],
        PrintJobStatus.Failed => texts["Failed"],
        _ => texts["Pending"],
    };

    public string Delivery(OutboxEntry? entry) => entry switch
    {
        { DeliveredAt: { } at } => texts["delivered {0}", formats.DateTime(at)],
        { Attempts: > 0 } => texts["waiting for delivery, attempts: {0}", formats.Count(entry.Attempts)],
        _ => texts["waiting for delivery"],
    };

    private string JobName(string? name, string deviceJobId) => string.IsNullOrWhiteSpace(name) ? texts["Job {0}", deviceJobId] : name;

    private static string Unit(Measure measure) => measure switch
    {
        Costing.Abstractions.Measure.PageArea or Costing.Abstractions.Measure.MediaArea => "\u00a0m²",
        Costing.Abstractions.Measure.Ink => "\u00a0ml",
        _ => "",
    };
}
