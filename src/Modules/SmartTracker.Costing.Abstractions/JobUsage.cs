using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>What a job used of each measure, or that its printer did not say.</summary>
internal sealed class JobUsage(PrintJob job)
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

    /// <summary>The quantities of a measure, ink by channel; adds to <paramref name="missing"/> where the printer did not say.</summary>
    public IEnumerable<MeasuredQuantity> Of(Measure measure, List<MissingInput> missing) => measure switch
    {
        Measure.PageArea => One(measure, job.PageArea?.SquareMillimetres, MissingFigure.PageArea, missing),
        Measure.MediaArea => One(measure, job.MediaArea?.SquareMillimetres, MissingFigure.MediaArea, missing),
        Measure.Pages => One(measure, job.Impressions, MissingFigure.Pages, missing),
        Measure.Job => [new MeasuredQuantity(measure, NothingPrinted ? 0 : 1)],
        Measure.Ink => Ink(missing),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    private MeasuredQuantity[] One(Measure measure, long? raw, MissingFigure figure, List<MissingInput> missing)
    {
        if ((raw ?? (NothingPrinted ? 0 : null)) is { } known)
            return [new MeasuredQuantity(measure, known)];

        missing.Add(new MissingInput(figure));
        return [];
    }

    private MeasuredQuantity[] Ink(List<MissingInput> missing)
    {
        if (job.Ink is { Count: > 0 } ink)
            return [.. ink.OrderBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => new MeasuredQuantity(Measure.Ink, channel.Value.Nanolitres, channel.Key))];

        return One(Measure.Ink, null, MissingFigure.Ink, missing);
    }
}
