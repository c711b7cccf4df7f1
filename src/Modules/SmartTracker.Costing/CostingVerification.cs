using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Rating;

namespace SmartTracker.Costing;

/// <summary>I1: the stored rule and job give the stored amount. I2: every finished job is rated exactly once, at its newest revision.</summary>
public sealed class CostingVerification(IPrintJobs jobs, RatedJobsStore ratings, CostRulesStore rules, Tenant tenant, TimeProvider time) : IVerification
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var byId = (await rules.ListAsync(cancellationToken)).ToDictionary(rule => rule.Id, rule => rule.ToRule());
        var seen = 0;
        await foreach (var slice in jobs.FromAsync(AccountedJobs.All, time.Now(), cancellationToken))
        {
            var current = await ratings.CurrentAsync([.. slice.Select(job => job.Id)], cancellationToken);
            seen += current.Count;
            foreach (var job in slice)
                findings.AddRange(Check(job, current.GetValueOrDefault(job.Id), byId));
        }

        var stored = await ratings.CountCurrentAsync(cancellationToken);
        if (stored != seen)
            findings.Add(new Finding("I2", $"{stored} jobs have a current rating, but only {seen} of them are print jobs that exist."));
        return findings;
    }

    private IEnumerable<Finding> Check(PrintJob job, RatedJob? rated, Dictionary<CostRuleId, CostRule> byId)
    {
        if (job.Status == PrintJobStatus.Pending)
        {
            if (rated is not null)
                yield return new Finding("I2", $"Print job {job.Id} is pending, but is rated at revision {rated.Revision}.");
            yield break;
        }

        if (rated is null || rated.Revision != job.Revision)
        {
            yield return new Finding("I2", $"Print job {job.Id} is at revision {job.Revision}, but {(rated is null ? "is not rated" : $"is rated at revision {rated.Revision}")}.");
            yield break;
        }

        var expected = JobRating.Of(job, rated.RuleId is { } rule ? byId.GetValueOrDefault(rule) : null, tenant.Currency, rated.RatedAt);
        if (expected.Status != rated.Status || expected.Amount != rated.Amount || expected.Currency != rated.Currency)
            yield return new Finding("I1", $"Print job {job.Id} is stored as {Words(rated)}, but its rule and figures give {Words(expected)}.");
        else if (expected.Steps != rated.Steps || expected.Missing != rated.Missing)
            yield return new Finding("I1", $"Print job {job.Id} is stored with steps or reasons that its rule and figures do not give.");
        if (expected.MediaArea != rated.MediaArea || expected.Ink != rated.Ink || expected.AccountedAt != rated.AccountedAt)
            yield return new Finding("I1", $"Print job {job.Id} is rated with other figures than it has.");
    }

    private static string Words(RatedJob rated) =>
        rated.Price is { } price ? $"{RatedStatuses.Name(rated.Status)} {price}" : RatedStatuses.Name(rated.Status);
}
