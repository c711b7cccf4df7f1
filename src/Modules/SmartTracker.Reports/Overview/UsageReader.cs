using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Overview;

/// <summary>Reads usage from whatever the tenant has switched on: rated jobs, else jobs without prices, else nothing.</summary>
public sealed class UsageReader(IRatedJobs? rated = null, IPrintJobUsage? jobs = null)
{
    public bool Rates => rated is not null;

    public bool Collects => rated is not null || jobs is not null;

    /// <summary>Null where the tenant collects no jobs.</summary>
    public async Task<Usage?> InAsync(Interval interval, CancellationToken cancellationToken)
    {
        if (rated is not null)
            return Usage.Of(await rated.TotalsAsync(interval, cancellationToken));

        return jobs is null ? null : Usage.Of(await jobs.InAsync(interval, cancellationToken));
    }

    /// <summary>Told apart, the largest first; empty where the tenant collects no jobs.</summary>
    public async Task<IReadOnlyList<PrintJobShare>> SharesAsync(UsageBy by, Interval interval, CancellationToken cancellationToken) =>
        jobs is null ? [] : await jobs.SharesAsync(by, interval, cancellationToken);
}
