using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Reports.Domain;

/// <summary>What the finished jobs of a stretch of time used. Null is "nobody said", never zero.</summary>
/// <param name="Unrated jobs">Jobs without a price; null where nothing rates jobs.</param>
/// <param name="CostMicros">In the tenant's currency, over the rated jobs; null where no job has a price.</param>
public sealed record Usage(int Jobs, int? Unrated, long? CostMicros, long? MediaMm2, long? InkNl)
{
    public static Usage Of(RatedTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return new Usage(
            totals.Jobs,
            totals.Unrated,
            totals.Jobs > 0 && totals.Unrated == totals.Jobs ? null : totals.CostMicros,
            Reported(totals.Jobs, totals.MediaMm2),
            Reported(totals.Jobs, totals.InkNl));
    }

    /// <summary>Where nothing rates jobs.</summary>
    public static Usage Of(PrintJobUsage jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return new Usage(jobs.Jobs, null, null, jobs.MediaMm2, jobs.InkNl);
    }

    private static long? Reported(int jobs, long sum) => jobs > 0 && sum == 0 ? null : sum;
}
