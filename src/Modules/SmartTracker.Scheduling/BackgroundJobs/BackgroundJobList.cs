using NodaTime;

namespace SmartTracker.Scheduling.BackgroundJobs;

/// <param name="ShowsTenants">The operator sees every tenant's jobs, a tenant only its own.</param>
public sealed record BackgroundJobList(bool ShowsTenants, Instant AsOf, IReadOnlyList<BackgroundJobRow> Rows)
{
    public int Failed => Rows.Count(row => row.Outcome == Outcome.Failed);
}

/// <param name="Problem">A sentence in English, the key of its translation, when the last run failed.</param>
/// <param name="NextDue">Null when the tenant does not run, so that nothing is due.</param>
public sealed record BackgroundJobRow(
    string Tenant, string SiteName, string Work, Outcome Outcome, Instant? LastRun, string? Problem, Instant? NextDue)
{
    /// <summary><c>collect-print-jobs</c> as <c>Collect print jobs</c>, the key of its translation.</summary>
    public string Title => char.ToUpperInvariant(Work[0]) + Work[1..].Replace('-', ' ');
}

public enum Outcome
{
    NotRunYet,
    Running,
    Done,
    Failed,
}
