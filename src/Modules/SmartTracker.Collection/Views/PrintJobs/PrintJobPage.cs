using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.PrintJobs;

/// <summary>The page of one print job.</summary>
/// <param name="Figures">Everything the device said last.</param>
/// <param name="Drawing">Null where the geometry is not known.</param>
/// <param name="Gaps">Why there is no drawing.</param>
/// <param name="Facts">What later modules know of the job.</param>
/// <param name="Price">"Why this price", or null.</param>
public sealed record PrintJobPage(
    PrintJob Job,
    JobFigures Figures,
    PrinterSummary? Printer,
    RollDrawing? Drawing,
    IReadOnlyList<RollGap> Gaps,
    IReadOnlyList<PrintJobFact> Facts,
    PageSection? Price,
    IReadOnlyList<PrintJobMoment> History,
    Instant FirstSeenAt)
{
    /// <summary>Media that carries no page; null where it is not known or where the figures contradict each other.</summary>
    public Area? Waste => Job is { PageArea: { } page, MediaArea: { } media } && media.SquareMillimetres >= page.SquareMillimetres
        ? new Area(media.SquareMillimetres - page.SquareMillimetres)
        : null;
}

/// <summary>One sighting of the job in its history.</summary>
/// <param name="IsNewRevision">An accounted figure or the status changed.</param>
/// <param name="CollectedAt">When the collection that brought it began; null where its line is gone.</param>
/// <param name="Changes">What differs from the sighting before.</param>
public sealed record PrintJobMoment(int Revision, bool IsNewRevision, JobSighting Sighting, Instant? CollectedAt, IReadOnlyList<FigureChange> Changes);

/// <param name="Before">In words; so is <paramref name="After"/>.</param>
public sealed record FigureChange(string Figure, string Before, string After);
