using Microsoft.Extensions.Localization;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Bills.Wording;

/// <summary>Jobs, measures and price steps in the reader's words.</summary>
public sealed class BillWords(IStringLocalizer<Texts> texts, Formats formats)
{
    public string Measure(Measure measure) => measure switch
    {
        Costing.Abstractions.Measure.PageArea => texts["Page area"],
        Costing.Abstractions.Measure.MediaArea => texts["Media area"],
        Costing.Abstractions.Measure.Ink => texts["Ink"],
        Costing.Abstractions.Measure.Pages => texts["Pages"],
        Costing.Abstractions.Measure.Job => texts["Fixed per job"],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>As exact as it is charged.</summary>
    public string Quantity(Measure measure, decimal quantity) => measure switch
    {
        Costing.Abstractions.Measure.PageArea or Costing.Abstractions.Measure.MediaArea => formats.Number(quantity, 0, 6) + "\u00a0m²",
        Costing.Abstractions.Measure.Ink => formats.Number(quantity, 0, 6) + "\u00a0ml",
        _ => formats.Number(quantity, 0, 0),
    };

    public string Rate(Measure measure, decimal price, Currency currency)
    {
        var rate = formats.Rate(new Money(price, currency));
        return measure switch
        {
            Costing.Abstractions.Measure.PageArea or Costing.Abstractions.Measure.MediaArea => rate + "\u00a0/\u00a0m²",
            Costing.Abstractions.Measure.Ink => rate + "\u00a0/\u00a0ml",
            _ => rate,
        };
    }

    public string Step(PriceStep step) => step.Kind switch
    {
        StepKind.Usage => step.InkChannel is { } channel ? texts["Ink {0}", channel] : Measure(step.Measure!.Value),
        StepKind.DeviceError => texts["Stopped by the device"],
        StepKind.InternalJob => texts["Internal job"],
        StepKind.NothingPrinted => texts["Nothing printed"],
        StepKind.Rounding => texts["Rounding"],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, null),
    };

    /// <summary>The second line of a step, or empty.</summary>
    public string StepDetail(PriceStep step) => step.Kind switch
    {
        StepKind.Usage => step.MediaType is { } media ? texts["Price for {0}", media] : "",
        StepKind.DeviceError or StepKind.InternalJob => texts["Not charged"],
        StepKind.NothingPrinted => texts["Cancelled before anything came out"],
        _ => texts["Once, at the end: six decimals, half away from zero"],
    };

    public string Status(BilledJob job) => job.Status switch
    {
        PrintJobStatus.Completed => texts["Completed"],
        PrintJobStatus.Cancelled => texts["Cancelled"],
        PrintJobStatus.Failed => texts["Failed"],
        _ => texts["Pending"],
    };

    public string Kind(BilledJob job) => job.Kind switch
    {
        JobKind.Print => texts["Print"],
        JobKind.Copy => texts["Copy"],
        JobKind.Scan => texts["Scan"],
        _ => texts["Internal"],
    };

    public string JobName(BilledJob job) => string.IsNullOrWhiteSpace(job.JobName) ? texts["Job {0}", job.DeviceJobId] : job.JobName;

    public string Line(InvoiceLine line) => $"{line.PrinterName}, {line.MediaType ?? texts["media not reported"].Value}";

    /// <summary>Why late or changed jobs stand on a line; empty for those of the bill's own month.</summary>
    public string Why(InvoiceLine line) => line switch
    {
        { Kind: LineKind.Late, OriginalPeriodStart: { } month } => texts["Late: belongs to {0}", formats.Month(month.ToYearMonth())],
        { Kind: LineKind.Changed, OriginalPeriodStart: { } month } => texts["Changed after it was billed, {0}", formats.Month(month.ToYearMonth())],
        _ => "",
    };

    public string Delta(LineDelta delta) =>
        texts["Priced {0} now, {1} billed before", formats.Rate(delta.Now), formats.Rate(delta.Before)];

    public string Title(InvoiceContent bill) => Title(bill.Kind, bill.Number);

    public string Title(DocumentKind kind, string number) => kind == DocumentKind.CreditNote ? texts["Credit note {0}", number] : texts["Bill {0}", number];

    /// <summary>What a bill says was open when its month was closed.</summary>
    public string Question(OpenQuestion question) => question.Kind switch
    {
        OpenQuestionKind.UnfinishedJobs => texts["Jobs that were not finished: {0}. They come on a later bill.", formats.Count(question.Count)],
        OpenQuestionKind.PrinterNotRead when question.KnownUntil is { } until => texts["Jobs of printer {0} were known only until {1}. Those found later come on a later bill.", question.Subject, formats.DateTime(until)],
        OpenQuestionKind.PrinterNotRead => texts["Printer {0} had never been read completely. Jobs found later come on a later bill.", question.Subject],
        OpenQuestionKind.PrinterGap => texts["Jobs of printer {0} may have been missed in between. Those found later come on a later bill.", question.Subject],
        OpenQuestionKind.NotDelivered => texts["{0} had not arrived yet.", question.Subject],
        OpenQuestionKind.MonthNotBilled => texts["Jobs of {0} had no bill yet: {1}.", formats.Month(YearMonthPattern.Iso.Parse(question.Subject).Value), formats.Count(question.Count)],
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, null),
    };

    public string Jobs(int count) => count == 1 ? texts["1 print job"] : texts["{0} print jobs", formats.Count(count)];
}
