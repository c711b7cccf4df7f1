using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Running;

/// <summary>Leases in the Default tenant's database, each call in a scope of its own, so that no connection is held while a work runs.</summary>
public sealed class Leases(ITenants tenants, TimeProvider time, ILogger<Leases> log)
{
    public Task<Lease?> TakeAsync(string tenant, string work, CancellationToken cancellationToken) =>
        InStoreAsync(store => store.TakeAsync(tenant, work, time.Now(), cancellationToken), cancellationToken);

    public Task<bool> CompleteAsync(Lease lease) =>
        InStoreAsync(store => store.CompleteAsync(lease, time.Now(), CancellationToken.None), CancellationToken.None);

    public Task<bool> FailAsync(Lease lease, string problem)
    {
        var now = time.Now();
        // The spread only keeps works apart; nobody gains from guessing it.
#pragma warning disable CA5394
        var retryAt = now + RetryDelay.After(lease.Attempt, lease.Every, Random.Shared.NextDouble());
#pragma warning restore CA5394
        return InStoreAsync(store => store.FailAsync(lease, now, problem, retryAt, CancellationToken.None), CancellationToken.None);
    }

    public Task ReleaseAsync(Lease lease) =>
        InStoreAsync(
            async store =>
            {
                await store.ReleaseAsync(lease, time.Now(), CancellationToken.None);
                return true;
            },
            CancellationToken.None);

    /// <summary>Renews until told to stop; cancels <paramref name="lost"/> when the lease is somebody else's or can no longer be ours.</summary>
    public Task KeepAsync(Lease lease, CancellationTokenSource lost, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Lease.Term.KeepAsync(lease.StartedAt, now => TryRenewAsync(lease, now, stop), time, lost, stop);
    }

    /// <summary>Null when the database could not be asked; the lease may still be ours then.</summary>
    private async Task<bool?> TryRenewAsync(Lease lease, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            return await InStoreAsync(store => store.RenewAsync(lease, now, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SchedulingLog.NotRenewed(log, lease.Work, lease.Tenant, exception);
            return null;
        }
    }

    private Task<T> InStoreAsync<T>(Func<DueWorkStore, Task<T>> action, CancellationToken cancellationToken) =>
        tenants.RunAsync(Tenant.DefaultName, services => action(services.GetRequiredService<DueWorkStore>()), cancellationToken);
}
