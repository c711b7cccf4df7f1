using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Collects from those printers of one tenant whose time has come. This work is only the alarm clock; <see cref="CollectionPace"/> decides.</summary>
public sealed class CollectPrintJobsWork(PrintJobCollector collector) : IScheduledWork
{
    public string Name => "collect-print-jobs";

    public Duration Every => CollectionPace.Soonest;

    public Task RunAsync(CancellationToken cancellationToken) => collector.CollectDueAsync(cancellationToken);
}
