using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Implemented by a later module that rates print jobs, so that lists and pages of jobs can show what they cost.</summary>
public interface IPrintJobPrices
{
    /// <summary>The tenant's internal cost of each job that has been looked at; jobs without an entry have not been rated.</summary>
    Task<IReadOnlyDictionary<PrintJobId, PrintJobPrice>> GetAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken);

    /// <summary>SQL for the tenant's database, the same on both engines, that lists every job's current price in the columns <c>print_job_id</c>,
    /// <c>micros</c> (null where the job is unrated) and <c>currency</c>. Lists join it to narrow, order and add up without reading every job.</summary>
    string CurrentPrices { get; }

    /// <summary>"Why this price?" for the page of one job, or null.</summary>
    Task<PageSection?> ExplainAsync(PrintJobId id, CancellationToken cancellationToken);
}

/// <summary>A job's price, or (where it is null) the reason why there is none, already in the reader's language.</summary>
public sealed record PrintJobPrice(Money? Amount, string? UnratedBecause);
