using NodaTime;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Reads the tenant's print jobs.</summary>
public interface IPrintJobs
{
    /// <summary>All jobs whose <see cref="PrintJob.AccountedAt"/> lies in the half-open interval, in that order, then by id.</summary>
    Task<IReadOnlyList<PrintJob>> AccountedInAsync(Interval interval, CancellationToken cancellationToken);

    Task<IReadOnlyList<PrintJob>> FindAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken);
}

/// <summary>Implemented by later modules to take part in the transaction that stores print jobs.</summary>
public interface IPrintJobsStored
{
    /// <summary>Jobs that are new or whose revision rose. Throwing rolls the whole batch back.</summary>
    Task StoredAsync(IReadOnlyList<PrintJob> jobs, CancellationToken cancellationToken);
}
