using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;

namespace SmartTracker.Costing.Explanations;

public sealed class RatedJobs(RatedJobsStore ratings, IPrintJobs jobs) : IRatedJobs
{
    public Task<RatedTotals> TotalsAsync(Interval interval, CancellationToken cancellationToken) => ratings.TotalsAsync(interval, cancellationToken);

    public async Task<IReadOnlyList<UnratedJob>> UnratedAsync(Interval interval, CancellationToken cancellationToken)
    {
        var unrated = await ratings.UnratedInAsync(interval, cancellationToken);
        var found = (await jobs.FindAsync([.. unrated.Select(rated => rated.PrintJobId)], cancellationToken)).ToDictionary(job => job.Id);
        return [.. unrated.Where(rated => found.ContainsKey(rated.PrintJobId)).Select(rated => new UnratedJob(found[rated.PrintJobId], rated.ReadMissing()))];
    }
}
