using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Overview;

/// <summary>The key figures of the running month against the same days of the month before.</summary>
public sealed class UsageStats(Formats formats, Days days, Tenant tenant, IStringLocalizer<Texts> texts)
{
    public Stat Area(Usage now, Usage before, SameDays same) =>
        Stat(texts["Media area"], Metres(now), Metres(before), "m²", same, texts["none reported"]);

    public Stat Ink(Usage now, Usage before, SameDays same) =>
        Stat(texts["Ink"], Millilitres(now), Millilitres(before), "ml", same, texts["none reported"]);

    public Stat Jobs(Usage now, Usage before, SameDays same, string? path) =>
        Compared(texts["Print jobs"], formats.Count(now.Jobs), "", now.Jobs, before.Jobs, same) with { Path = path };

    public Stat Cost(Usage now, Usage before, SameDays same) =>
        Stat(texts["Cost"], Amount(now), Amount(before), tenant.Currency.Code, same, texts["unrated"]);

    public Stat Unrated(Usage now, string? path) => now.Unrated is > 0
        ? new Stat(texts["Unrated jobs"], formats.Count(now.Unrated.Value), "", "", texts["of {0} in all", formats.Count(now.Jobs)], path)
        : new Stat(texts["Unrated jobs"], formats.Count(0), "", "", now.Jobs == 0 ? texts["no job yet"] : texts["every job has a price"]);

    private Stat Stat(string term, decimal? now, decimal? before, string unit, SameDays same, string missing) => now is { } known
        ? Compared(term, formats.Number(known, Decimals(known), Decimals(known)), unit, known, before, same)
        : new Stat(term, missing, "", "", "");

    private Stat Compared(string term, string figure, string unit, decimal now, decimal? before, SameDays same)
    {
        var compared = days.Compared(same);
        if (before is not { } then)
            return new Stat(term, figure, unit, "", texts["nothing to compare with on {0}", compared]);
        if (then == 0)
            return new Stat(term, figure, unit, "", texts["none on {0}", compared]);

        var change = (now - then) / then;
        var percent = formats.Percent(change);
        return Money.Round(change, 3) == 0
            ? new Stat(term, figure, unit, "", texts["as on {0}", compared])
            : new Stat(term, figure, unit, change > 0 ? "+" + percent : percent, texts["against {0}", compared]);
    }

    // Large figures are read at a glance; the table below the chart has every digit.
    private static int Decimals(decimal value) => value >= 1000 ? 0 : 2;

    private static decimal? Metres(Usage usage) => usage.MediaMm2 is { } area ? new Area(area).SquareMetres : null;

    private static decimal? Millilitres(Usage usage) => usage.InkNl is { } ink ? new InkVolume(ink).Millilitres : null;

    private decimal? Amount(Usage usage) => usage.CostMicros is { } cost ? Money.FromMicros(cost, tenant.Currency).Amount : null;
}
