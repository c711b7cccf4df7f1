using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;

namespace SmartTracker.Costing.Rating;

/// <summary>Rates finished jobs with the rules in force, inside the caller's transaction.</summary>
public sealed class PrintJobsRater(CostRulesStore rules, RatedJobsStore ratings, CostRulesLock rulesLock, Tenant tenant, TimeProvider time) : IPrintJobsStored
{
    public async Task StoredAsync(IReadOnlyList<PrintJob> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        await rulesLock.ForRatingAsync(cancellationToken);
        await RateAsync(jobs, await RulesAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Rates those of the jobs again whose rule is not the one they were rated with, or that were never rated. Answers how many.</summary>
    public async Task<int> RateAgainAsync(IReadOnlyList<PrintJob> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var all = await RulesAsync(cancellationToken);
        var current = await ratings.CurrentAsync([.. jobs.Select(job => job.Id)], cancellationToken);
        var affected = jobs.Where(job => job.Status != PrintJobStatus.Pending && !(
            current.TryGetValue(job.Id, out var rated) && rated.Revision == job.Revision && rated.RuleId == InForce(all, job)?.Id)).ToList();
        await RateAsync(affected, all, cancellationToken);
        return affected.Count;
    }

    private async Task RateAsync(IReadOnlyList<PrintJob> jobs, List<CostRule> all, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await ratings.RetireAsync([.. jobs.Where(job => job.Status == PrintJobStatus.Pending).Select(job => job.Id)], cancellationToken);
        await ratings.SaveAsync([.. jobs.Where(job => job.Status != PrintJobStatus.Pending).Select(job => JobRating.Of(job, InForce(all, job), tenant.Currency, now))], cancellationToken);
    }

    private CostRule? InForce(IEnumerable<CostRule> all, PrintJob job) =>
        CostRule.InForce(all, job.PrinterId, job.AccountedAt.InZone(tenant.TimeZone).Date);

    private async Task<List<CostRule>> RulesAsync(CancellationToken cancellationToken) =>
        [.. (await rules.ListAsync(cancellationToken)).Select(rule => rule.ToRule())];
}
