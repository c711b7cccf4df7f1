using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Views.PrintJobs;

namespace SmartTracker.Collection.Jobs;

/// <summary>Says which accounted figures a device changed after the fact.</summary>
public sealed class FigureChanges(JobWords words, Formats formats, IStringLocalizer<Texts> t)
{
    public IReadOnlyList<FigureChange> Between(JobFigures before, JobFigures after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Told(before).Zip(Told(after))
                .Where(pair => pair.First.Text != pair.Second.Text)
                .Select(pair => new FigureChange(pair.First.Figure, pair.First.Text, pair.Second.Text)),
        ];
    }

    private (string Figure, string Text)[] Told(JobFigures figures) =>
    [
        (t["Status"], words.Status(figures.Status)),
        (t["Kind"], words.Kind(figures.Kind)),
        (t["Completed"], figures.CompletedAt is { } at ? formats.DateTime(NodaTime.Instant.FromDateTimeOffset(at)) : t["not reported"]),
        (t["Pages per copy"], Count(figures.PagesPerCopy)),
        (t["Copies printed"], Count(figures.CopiesPrinted)),
        (t["Pages that came out"], Count(figures.Impressions)),
        (t["Media"], figures.MediaType ?? t["not reported"].Value),
        (t["Roll width"], figures.MediaWidthUm is { } width ? formats.Millimetres(new Length(width)) : t["not reported"]),
        (t["Page area"], SquareMillimetres(figures.PageAreaMm2)),
        (t["Media consumed"], SquareMillimetres(figures.MediaAreaMm2)),
        (t["Ink"], figures.InkTotalNl is { } ink ? formats.Count(ink) + "\u00a0nl" : t["not reported"]),
    ];

    private string Count(int? count) => count is { } known ? formats.Count(known) : t["not reported"];

    private string SquareMillimetres(long? area) => area is { } known ? formats.Count(known) + "\u00a0mm²" : t["not reported"];
}
