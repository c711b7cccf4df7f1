using NodaTime;

namespace SmartTracker.Scheduling.Abstractions;

/// <summary>Work that a tenant wants done again and again. Register implementations as scoped <c>IScheduledWork</c>;
/// the scheduler runs them in the tenant's scope, also for tenants nobody visits. Running twice must change nothing the second time.</summary>
public interface IScheduledWork
{
    /// <summary>A stable id, such as <c>collect-print-jobs</c>.</summary>
    string Name { get; }

    /// <summary>How long after one run began the next is due.</summary>
    Duration Every { get; }

    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Asks for work of this tenant to run as soon as a worker is free.</summary>
public interface IWorkRequests
{
    Task RequestAsync(string work, CancellationToken cancellationToken);
}
