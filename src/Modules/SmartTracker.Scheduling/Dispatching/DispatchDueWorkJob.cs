using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Dispatching;

/// <summary>The host's one recurring job: queues a batch for every tenant that has due work.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class DispatchDueWorkJob(ITenants tenants, IBackgroundJobClient jobs)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var batches = await tenants.RunAsync(
            Tenant.DefaultName, services => services.GetRequiredService<DueWorkDispatcher>().DispatchAsync(cancellationToken), cancellationToken);
        foreach (var batch in batches)
            jobs.Enqueue<RunDueWorkJob>(job => job.RunAsync(batch.Tenant, batch.Works, CancellationToken.None));
    }
}
