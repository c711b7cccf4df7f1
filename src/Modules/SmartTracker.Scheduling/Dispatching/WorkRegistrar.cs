using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Dispatching;

/// <summary>Keeps the table in step with the tenants: each is opened once after its settings or our code changed and asked which works
/// it has. So a tenant that nobody visits is served, and one that stays the same is left alone.</summary>
public sealed class WorkRegistrar(SchedulingDbContext context, ITenantDatabase database, ITenants tenants, TimeProvider time, ILogger<WorkRegistrar> log)
{
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var known = await context.RegisteredTenants.AsNoTracking().ToDictionaryAsync(row => row.Tenant, row => row.Stamp, cancellationToken);
        var existing = tenants.List();
        foreach (var gone in known.Keys.Except(existing.Select(tenant => tenant.Name)))
            await ReplaceAsync(gone, null, [], cancellationToken);

        foreach (var tenant in existing.Where(tenant => tenant.State == TenantState.Running))
        {
            var stamp = tenant.VersionId + "/" + CodeStamp.Value;
            if (known.GetValueOrDefault(tenant.Name) == stamp)
                continue;
            try
            {
                await ReplaceAsync(tenant.Name, stamp, await WorksOfAsync(tenant.Name, cancellationToken), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One tenant that does not start must not keep the others waiting; it is asked again at the next tick.
                SchedulingLog.NotRegistered(log, tenant.Name, exception);
            }
        }
    }

    private Task<ScheduledWork[]> WorksOfAsync(string tenant, CancellationToken cancellationToken) =>
        tenants.RunAsync(
            tenant,
            services => Task.FromResult(services.GetServices<IScheduledWork>().Select(ScheduledWork.Of).ToArray()),
            cancellationToken);

    private async Task ReplaceAsync(string tenant, string? stamp, ScheduledWork[] works, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var names = works.Select(work => work.Name).ToArray();
        await context.DueWork.Where(row => row.Tenant == tenant && !names.Contains(row.Work)).ExecuteDeleteAsync(cancellationToken);
        foreach (var work in works)
        {
            var there = await context.DueWork.Where(row => row.Tenant == tenant && row.Work == work.Name)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EverySeconds, work.EverySeconds), cancellationToken);
            if (there == 0)
                context.Add(new DueWork { Tenant = tenant, Work = work.Name, DueAt = time.Now(), EverySeconds = work.EverySeconds });
        }

        await context.RegisteredTenants.Where(row => row.Tenant == tenant).ExecuteDeleteAsync(cancellationToken);
        if (stamp is not null)
            context.Add(new RegisteredTenant { Tenant = tenant, Stamp = stamp });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private sealed record ScheduledWork(string Name, long EverySeconds)
    {
        public static ScheduledWork Of(IScheduledWork work) => new(work.Name, (long)work.Every.TotalSeconds);
    }
}
