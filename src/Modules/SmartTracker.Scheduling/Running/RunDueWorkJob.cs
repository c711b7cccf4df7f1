using Hangfire;

namespace SmartTracker.Scheduling.Running;

/// <summary>Runs a batch of one tenant's due works. Work that is not due any more is passed over, so running it twice changes nothing.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class RunDueWorkJob(DueWorkRunner runner)
{
    public Task RunAsync(string tenant, string[] works, CancellationToken cancellationToken) =>
        runner.RunAsync(tenant, works, cancellationToken);
}
