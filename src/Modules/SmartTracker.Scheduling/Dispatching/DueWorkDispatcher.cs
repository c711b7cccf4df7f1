using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;

namespace SmartTracker.Scheduling.Dispatching;

/// <summary>Looks up what is due and makes one batch per tenant of it. Runs in the Default tenant's scope.</summary>
public sealed class DueWorkDispatcher(WorkRegistrar registrar, DueWorkStore store, ITenants tenants, TimeProvider time)
{
    /// <summary>So long a batch may wait for a worker before it counts as lost and its works are queued again.</summary>
    private static readonly Duration QueueTime = Duration.FromMinutes(10);

    public async Task<IReadOnlyList<Batch>> DispatchAsync(CancellationToken cancellationToken)
    {
        await registrar.RegisterAsync(cancellationToken);

        var now = time.Now();
        var running = tenants.List().Where(tenant => tenant.State == TenantState.Running).Select(tenant => tenant.Name).ToHashSet();
        var batches = (await store.ListFreeAsync(now, cancellationToken))
            .Where(work => running.Contains(work.Tenant))
            .GroupBy(work => work.Tenant, (tenant, works) => new Batch(tenant, [.. works.Select(work => work.Work)]))
            .ToArray();
        foreach (var batch in batches)
            await store.MarkQueuedAsync(batch.Tenant, batch.Works, now, now + QueueTime, cancellationToken);
        return batches;
    }
}

/// <summary>Due works of one tenant that one background job runs.</summary>
public sealed record Batch(string Tenant, string[] Works);
