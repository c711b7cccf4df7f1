using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Reports.Charts;

namespace SmartTracker.Reports.Overview;

/// <summary>The months of a tenant as charts.</summary>
public sealed class UsageCharts(Formats formats, Days days, Tenant tenant, IStringLocalizer<Texts> texts)
{
    public MonthChart Area(IReadOnlyList<MonthUsage> months) => Draw(
        new("area", texts["Media area"], texts["m² per month, media consumed. Hatched: month not over."], texts["Media area in square metres"], texts["m²"], 600, 300),
        months, month => month.Usage.MediaMm2 is { } area ? new Area(area).SquareMetres : null,
        month => month.Usage.MediaMm2 is { } area ? formats.Area(new Area(area)) : texts["none reported"]);

    public MonthChart Cost(IReadOnlyList<MonthUsage> months) => Draw(
        new("cost", texts["Cost"], texts["{0} per month, without unrated jobs. Hatched: month not over.", tenant.Currency.Code], texts["Cost in {0}", tenant.Currency.Code], texts["Cost"], 460, 200),
        months, month => month.Usage.CostMicros is { } cost ? Money.FromMicros(cost, tenant.Currency).Amount : null,
        month => month.Usage.CostMicros is { } cost ? formats.Money(Money.FromMicros(cost, tenant.Currency)) : texts["unrated"]);

    public MonthChart Jobs(IReadOnlyList<MonthUsage> months) => Draw(
        new("jobs", texts["Print jobs"], texts["Finished jobs per month. Hatched: month not over."], texts["Print jobs"], texts["Jobs"], 460, 200, Counted: true),
        months, month => month.Usage.Jobs,
        month => formats.Count(month.Usage.Jobs));

    private MonthChart Draw(Card card, IReadOnlyList<MonthUsage> months, Func<MonthUsage, decimal?> value, Func<MonthUsage, string> figure)
    {
        var bars = months.Select((month, index) => new MonthBar(
            formats.Month(month.Month), days.ShortMonth(month.Month), value(month), figure(month),
            value(month) is { } known ? Label(known, card.Counted) : "", index == months.Count - 1)).ToList();
        var scale = ChartScale.For(bars.Select(bar => bar.Value ?? 0), card.Counted);
        var axis = Enumerable.Range(0, ChartScale.Steps + 1).Select(step => formats.Number(scale.Step * step, scale.Decimals, scale.Decimals));
        return new MonthChart(card.Id, card.Heading, card.Note, Finding(card, bars), card.Column, scale, [.. axis], bars, card.Width, card.Height);
    }

    private string Finding(Card card, List<MonthBar> bars)
    {
        var highest = bars.MaxBy(bar => bar.Value ?? -1)!;
        if (highest.Value is not > 0)
            return texts["{0} per month, {1} to {2}: nothing reported.", card.Measure, bars[0].Month, bars[^1].Month];

        return texts["{0} per month, {1} to {2}. Highest: {3} with {4}. {2} so far: {5}.",
            card.Measure, bars[0].Month, bars[^1].Month, highest.Month, highest.Figure, bars[^1].Figure];
    }

    private string Label(decimal value, bool counted) => formats.Number(value, 0, counted || value >= 100 ? 0 : value >= 10 ? 1 : 2);

    private sealed record Card(string Id, string Heading, string Note, string Measure, string Column, int Width, int Height, bool Counted = false);
}
