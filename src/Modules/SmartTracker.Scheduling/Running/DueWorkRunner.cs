using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Running;

/// <summary>Runs due works of a tenant one after the other, each under a lease and in its own scope of the tenant. A work that fails
/// records why and does not stop the next.</summary>
public sealed class DueWorkRunner(Leases leases, ITenants tenants, ILogger<DueWorkRunner> log)
{
    public async Task RunAsync(string tenant, IReadOnlyList<string> works, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(works);
        foreach (var work in works)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await leases.TakeAsync(tenant, work, cancellationToken) is { } lease)
                await RunAsync(lease, cancellationToken);
        }
    }

    private async Task RunAsync(Lease lease, CancellationToken stopping)
    {
        using var lost = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping, lost.Token);
        var keeping = leases.KeepAsync(lease, lost, ended.Token);
        try
        {
            await RunInTenantAsync(lease, cancel.Token);
            if (await leases.CompleteAsync(lease))
                SchedulingLog.Done(log, lease.Work, lease.Tenant);
            else
                SchedulingLog.LeaseLost(log, lease.Work, lease.Tenant);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await leases.ReleaseAsync(lease);
            throw;
        }
        catch (Exception exception)
        {
            if (await leases.FailAsync(lease, WorkProblem.Of(exception)))
                SchedulingLog.Failed(log, lease.Work, lease.Tenant, lease.Attempt, exception);
            else
                SchedulingLog.LeaseLost(log, lease.Work, lease.Tenant);
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
        }
    }

    /// <summary>A work that the tenant no longer has counts as done; the registrar removes it.</summary>
    private Task<bool> RunInTenantAsync(Lease lease, CancellationToken cancellationToken) =>
        tenants.RunAsync(
            lease.Tenant,
            async services =>
            {
                var work = services.GetServices<IScheduledWork>().FirstOrDefault(candidate => candidate.Name == lease.Work);
                await (work?.RunAsync(cancellationToken) ?? Task.CompletedTask);
                return work is not null;
            },
            cancellationToken);
}
