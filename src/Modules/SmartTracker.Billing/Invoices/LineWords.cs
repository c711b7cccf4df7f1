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
    public string Condition(Rate rate) => string.Join(", ", new[] { rate.InkChannel is { } ink ? texts["ink {0}", ink].Value : null, rate.MediaType }.OfType<string>());

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
