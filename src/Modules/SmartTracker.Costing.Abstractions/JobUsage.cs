using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>What a job used of each measure, or that its printer did not say.</summary>
internal readonly struct JobUsage(PrintJob job)
{
    public string? MediaType { get; } = string.IsNullOrWhiteSpace(job.MediaType) ? null : job.MediaType.Trim();

    /// <summary>Cancelled, and the device counted no page or copy and reports nothing used: then what it did not report was not used either.</summary>
    public bool NothingPrinted { get; } =
        job.Status == PrintJobStatus.Cancelled
        && (job.Impressions ?? job.CopiesPrinted) == 0
        && (job.CopiesPrinted ?? 0) == 0
        && (job.PageArea?.SquareMillimetres ?? 0) == 0
        && (job.MediaArea?.SquareMillimetres ?? 0) == 0
        && (job.Ink ?? new Dictionary<string, InkVolume>()).Values.All(ink => ink.Nanolitres == 0);

    /// <summary>Null where the printer did not say. Of ink the whole, where no channel is told.</summary>
    public long? Of(Measure measure) => measure switch
    {
        Measure.PageArea => job.PageArea?.SquareMillimetres,
        Measure.MediaArea => job.MediaArea?.SquareMillimetres,
        Measure.Pages => job.Impressions,
        Measure.Job => NothingPrinted ? 0 : 1,
        Measure.Ink => null,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    }
    ?? (NothingPrinted ? 0 : null);

    /// <summary>By channel in ordinal order; null where the printer told none.</summary>
    public KeyValuePair<string, InkVolume>[]? InkByChannel()
    {
        if (job.Ink is not { Count: > 0 } ink)
            return null;
        KeyValuePair<string, InkVolume>[] channels = [.. ink];
        Array.Sort(channels, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return channels;
    }
}
