using NodaTime;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>The tenant's internal cost, for modules that report it.</summary>
public interface IRatedJobs
{
    /// <summary>Totals of the finished jobs whose <see cref="PrintJob.AccountedAt"/> lies in the half-open interval.</summary>
    Task<RatedTotals> TotalsAsync(Interval interval, CancellationToken cancellationToken);

    /// <summary>Finished jobs of the interval without a price, newest first.</summary>
    Task<IReadOnlyList<UnratedJob>> UnratedAsync(Interval interval, CancellationToken cancellationToken);
}

/// <param name="Jobs">Finished jobs, rated or not.</param>
/// <param name="CostMicros">In the tenant's currency, over the rated jobs.</param>
/// <param name="MediaMm2">Over the jobs whose printer said.</param>
/// <param name="InkNl">Over the jobs whose printer said.</param>
public sealed record RatedTotals(int Jobs, int Unrated, long CostMicros, long MediaMm2, long InkNl);

/// <param name="Missing">Every reason, not only the first.</param>
public sealed record UnratedJob(PrintJob Job, IReadOnlyList<MissingInput> Missing);
