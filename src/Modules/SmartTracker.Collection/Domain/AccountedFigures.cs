using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Domain;

/// <summary>What one job says of the things that counters count.</summary>
public sealed record AccountedFigures(
    JobKind Kind, PrintJobStatus Status, Instant At, int? Impressions, long? MediaAreaMm2, long? MediaWidthUm, long? InkNl)
{
    /// <summary>Whether jobs say anything that can be held against a counter of this kind.</summary>
    public static bool Says(MeterKind kind) => kind is MeterKind.Impressions or MeterKind.MediaArea or MeterKind.MediaLength or MeterKind.Ink;

    /// <summary>A scan uses no media, and a job that waits has not printed.</summary>
    public bool MayHavePrinted => Kind != JobKind.Scan && Status is PrintJobStatus.Completed or PrintJobStatus.Failed;

    /// <summary>Null where the job did not say.</summary>
    public long? Of(MeterKind kind) => kind switch
    {
        MeterKind.Impressions => Impressions,
        MeterKind.MediaArea => MediaAreaMm2,
        MeterKind.MediaLength => MediaAreaMm2 is { } area && MediaWidthUm is > 0 and var width ? (long)decimal.Round(area * 1_000_000m / width, MidpointRounding.AwayFromZero) : null,
        MeterKind.Ink => InkNl,
        _ => null,
    };
}
