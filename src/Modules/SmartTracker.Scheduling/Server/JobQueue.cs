using System.Runtime.CompilerServices;
using Hangfire;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Server;

/// <summary>The queue of the running host. Kept by host and not by container: a request may come from a shell that was built after the
/// server had started. Null where no server runs, such as in a command beside a host; the host then finds the due work at its next tick.</summary>
internal sealed class JobQueue(IBackgroundJobClient jobs)
{
    private static readonly ConditionalWeakTable<HostConfiguration, JobQueue> Running = [];

    public static JobQueue? Of(HostConfiguration host) => Running.TryGetValue(host, out var queue) ? queue : null;

    public static void Open(HostConfiguration host, IBackgroundJobClient jobs) => Running.AddOrUpdate(host, new JobQueue(jobs));

    public static void Close(HostConfiguration host) => Running.Remove(host);

    public void Run(string tenant, string work)
    {
        string[] works = [work];
        jobs.Enqueue<RunDueWorkJob>(job => job.RunAsync(tenant, works, CancellationToken.None));
    }
}
