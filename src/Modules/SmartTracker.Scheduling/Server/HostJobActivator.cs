using Hangfire;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Server;

/// <summary>Makes the two jobs. They open the tenants' scopes they need through <see cref="ITenants"/>, because the shell that started
/// the server may be replaced while the server runs.</summary>
internal sealed class HostJobActivator(ITenants tenants, DueWorkRunner runner, IBackgroundJobClient jobs) : JobActivator
{
    public override object ActivateJob(Type jobType) =>
        jobType == typeof(DispatchDueWorkJob) ? new DispatchDueWorkJob(tenants, jobs)
        : jobType == typeof(RunDueWorkJob) ? new RunDueWorkJob(runner)
        : throw new InvalidOperationException($"{jobType} is not a background job of ours.");
}
