using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.PrintJobs;

/// <summary>The page of one print job.</summary>
/// <param name="Figures">Everything the device said last.</param>
/// <param name="Drawing">Null where the geometry is not known.</param>
/// <param name="Price">"Why this price", or null.</param>
public sealed record PrintJobPage(
    PrintJob Job,
    JobFigures Figures,
    PrinterSummary? Printer,
    RollDrawing? Drawing,
    PageSection? Price,
    IReadOnlyList<PrintJobMoment> History,
    Instant FirstSeenAt);

/// <summary>One sighting of the job in its history.</summary>
/// <param name="IsNewRevision">An accounted figure or the status changed.</param>
public sealed record PrintJobMoment(int Revision, bool IsNewRevision, JobSighting Sighting);
