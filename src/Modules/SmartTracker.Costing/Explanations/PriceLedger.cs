using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Explanations;

/// <summary>Price steps as lines with a running total, all amounts with the same number of decimals so that a reader can add them up.</summary>
internal sealed class PriceLedger(PriceTexts names, IStringLocalizer<Texts> texts, Formats formats)
{
    private const int FewestDecimals = 6;

    public IReadOnlyList<PriceLine> Lines(IReadOnlyList<PriceStep> steps, Currency currency)
    {
        var decimals = steps.Select(step => Scale(step.Amount)).Append(FewestDecimals).Max();
        var total = 0m;
        var lines = new List<PriceLine>(steps.Count);
        foreach (var step in steps)
        {
            total += step.Amount;
            lines.Add(new PriceLine(What(step), Detail(step), Quantity(step), Rate(step, currency),
                formats.Number(step.Amount, decimals, decimals), formats.Number(total, decimals, decimals), step.Amount == 0));
        }

        return lines;
    }

    private string What(PriceStep step) => step.Kind switch
    {
        StepKind.Usage => names.Name(step.Measure!.Value),
        StepKind.DeviceError => texts["Device error"],
        StepKind.InternalJob => texts["Internal job"],
        StepKind.NothingPrinted => texts["Cancelled before printing"],
        StepKind.Rounding => texts["Rounding"],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private string Detail(PriceStep step) => step.Kind switch
    {
        StepKind.Usage => string.Join(" · ", new[] { names.Condition(step.InkChannel, step.MediaType), Evidence(step) }.OfType<string>()),
        StepKind.DeviceError => texts["The printer stopped the job, so nobody is charged."],
        StepKind.InternalJob => texts["A test page, calibration or the like: nobody is charged."],
        StepKind.NothingPrinted => texts["Nothing came out, so every quantity is 0."],
        _ => texts["Once, at the end: to a millionth, half away from zero."],
    };

    private string? Evidence(PriceStep step) => step.Measure switch
    {
        Measure.PageArea => texts["{0} mm² of printed pages", formats.Count(step.RawQuantity ?? 0)].Value,
        Measure.MediaArea => texts["{0} mm² of media, waste included", formats.Count(step.RawQuantity ?? 0)].Value,
        Measure.Ink => texts["{0} nl, the printer's estimate", formats.Count(step.RawQuantity ?? 0)].Value,
        Measure.Pages => texts["Pages that came out, all copies together"].Value,
        _ => null,
    };

    private string Quantity(PriceStep step) => step.Measure switch
    {
        null => "",
        Measure.Pages or Measure.Job => formats.Number(step.Quantity, 0, 0),
        var measure => formats.Number(step.Quantity, FewestDecimals, FewestDecimals) + "\u00a0" + names.Unit(measure.Value),
    };

    private string Rate(PriceStep step, Currency currency) =>
        step.Measure is { } measure ? formats.Rate(new Money(step.UnitPrice, currency)) + " / " + names.Unit(measure) : "";

    private static int Scale(decimal value)
    {
        var decimals = 0;
        while (decimals < 12 && Money.Round(value, decimals) != value)
            decimals++;
        return decimals;
    }
}
