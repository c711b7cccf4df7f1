using NodaTime;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Reads the tenant's print jobs.</summary>
public interface IPrintJobs
{
    /// <summary>All jobs whose <see cref="PrintJob.AccountedAt"/> lies in the half-open interval, in that order, then by id.</summary>
    Task<IReadOnlyList<PrintJob>> AccountedInAsync(Interval interval, CancellationToken cancellationToken);

    Task<IReadOnlyList<PrintJob>> FindAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken);

    /// <summary>Every job accounted before a moment, only as far as it takes to see which came late or changed.</summary>
    Task<IReadOnlyList<PrintJobRevision>> RevisionsAsync(Instant before, CancellationToken cancellationToken);
}

/// <summary>Which state of a job is stored, and which moment decides its period.</summary>
public readonly record struct PrintJobRevision(PrintJobId Id, int Revision, Instant AccountedAt);

/// <summary>Implemented by later modules to take part in the transaction that stores print jobs.</summary>
public interface IPrintJobsStored
{
    /// <summary>Jobs that are new or whose revision rose. Throwing rolls the whole batch back.</summary>
    Task StoredAsync(IReadOnlyList<PrintJob> jobs, CancellationToken cancellationToken);
}
