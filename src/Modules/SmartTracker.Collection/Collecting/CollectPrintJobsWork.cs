using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Collects from every printer of one tenant.</summary>
public sealed class CollectPrintJobsWork(PrintJobCollector collector, IOptions<CollectionOptions> options) : IScheduledWork
{
    public string Name => "collect-print-jobs";

    public Duration Every => Duration.FromMinutes(options.Value.EveryMinutes);

    public Task RunAsync(CancellationToken cancellationToken) => collector.CollectAsync(null, cancellationToken);
}
