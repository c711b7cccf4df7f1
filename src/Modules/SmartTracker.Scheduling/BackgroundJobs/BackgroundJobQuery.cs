using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.BackgroundJobs;

/// <summary>The background jobs that the current tenant may see: all in Default, else its own.</summary>
public sealed class BackgroundJobQuery(Tenant own, ITenants tenants, TimeProvider time)
{
    public bool MaySee(string tenant) => own.IsDefault || tenant == own.Name;

    public async Task<BackgroundJobList> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var known = tenants.List().ToDictionary(tenant => tenant.Name);
        var works = await tenants.RunAsync(
            Tenant.DefaultName,
            services => services.GetRequiredService<DueWorkStore>().ListAsync(own.IsDefault ? null : own.Name, cancellationToken),
            cancellationToken);
        return new(own.IsDefault, now, [.. works.Where(work => known.ContainsKey(work.Tenant)).Select(work => Row(work, known[work.Tenant], now))]);
    }

    private static BackgroundJobRow Row(DueWork work, TenantOverview tenant, Instant now) => new(
        work.Tenant,
        tenant.SiteName,
        work.Work,
        work switch
        {
            _ when work.IsRunning(now) => Outcome.Running,
            { LastProblem: not null } => Outcome.Failed,
            { LastEndedAt: not null } => Outcome.Done,
            _ => Outcome.NotRunYet,
        },
        work.LastEndedAt ?? work.LastStartedAt,
        work.LastProblem,
        tenant.State == TenantState.Running ? work.DueAt : null);
}
