using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Completeness;

/// <summary>Counters, comparisons and decisions in the reader's language.</summary>
public sealed class CompletenessWords(IStringLocalizer<Texts> t, Formats formats)
{
    public CounterLine Line(Reconciliation counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        var (mark, word) = Verdict(counter);
        return new(
            Kind(counter.Kind), Amount(counter.Kind, counter.Counted), Amount(counter.Kind, counter.Printed), Amount(counter.Kind, counter.Internal),
            Amount(counter.Kind, counter.Maintenance), counter.NeedsReview ? t["not known"] : Amount(counter.Kind, counter.Unknown), mark, word, counter.From, counter.To,
            counter.Silent == 0 ? null : t["Jobs that did not say this figure: {0}.", formats.Count(counter.Silent)].Value)
        {
            Settled = Settled(counter),
        };
    }

    public GapLine Line(KnownGap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return new(gap.Id, gap.FromAt, gap.ToAt, gap.Decision is { } decision ? Decision(decision) : null, gap.Decision is { DecidedBy: not null });
    }

    public string Word(GapVerdict verdict) => verdict switch
    {
        GapVerdict.NothingMissing => t["Compared: no job is missing"],
        GapVerdict.Entered => t["What was missing has been entered by an import"],
        GapVerdict.Waived => t["What may be missing is not charged"],
        _ => t["Proved by the printer’s counters"],
    };

    public string Kind(MeterKind kind) => kind switch
    {
        MeterKind.Impressions => t["Impressions"],
        MeterKind.MediaSheets => t["Sheets"],
        MeterKind.MediaLength => t["Media length"],
        MeterKind.MediaArea => t["Media area"],
        MeterKind.Ink => t["Ink"],
        MeterKind.PowerOnTime => t["Time switched on"],
        _ => t["Other counter"],
    };

    public string Amount(MeterKind kind, long value) => kind switch
    {
        MeterKind.MediaArea => formats.Area(new Area(value)),
        MeterKind.MediaLength => formats.Number(value / 1_000_000m, 2, 2) + " m",
        MeterKind.Ink => formats.Ink(new InkVolume(value)),
        MeterKind.PowerOnTime => formats.Number(value / 3600m, 0, 0) + " h",
        _ => formats.Count(value),
    };

    private (string Mark, string Word) Verdict(Reconciliation counter) => counter switch
    {
        { NeedsReview: true } => ("bad", t["The counter jumped or was reset"]),
        { Unknown: 0, Silent: 0 } => ("ok", t["Agrees"]),
        { Open: 0, Silent: 0 } => ("ok", t["Settled"]),
        { Unknown: < 0 } => ("warn", t["Jobs say more than the counter"]),
        { Silent: > 0 } => ("warn", t["Some jobs are silent"]),
        _ => ("warn", t["More counted than known"]),
    };

    private string? Settled(Reconciliation counter)
    {
        var parts = new[] { (t["{0} borne by the site", Amount(counter.Kind, counter.Absorbed)], counter.Absorbed), (t["{0} in dispute", Amount(counter.Kind, counter.Disputed)], counter.Disputed) }
            .Where(part => part.Item2 != 0).Select(part => part.Item1.Value).ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private string Decision(GapDecisionRow decision) => decision.Decision == GapVerdict.ProvedByMeters
        ? t["Settled: the counter of impressions advanced by {0}, exactly what its known jobs printed.", decision.Reason]
        : t["{0}. {1} ({2}, {3})", Word(decision.Decision), decision.Reason, decision.DecidedBy!, formats.DateTime(decision.DecidedAt)];
}
