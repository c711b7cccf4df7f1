using NodaTime;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Domain;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Has those printers of one tenant read whose time has come. This work is only the alarm clock, <see cref="CollectionPace"/> decides; it does
/// not wait for the printers, because one that is dead would keep the worker from other tenants.</summary>
public sealed class CollectPrintJobsWork(PrintJobCollector collector, CollectionRounds rounds) : IScheduledWork
{
    public string Name => "collect-print-jobs";

    public Duration Every => CollectionPace.Soonest;

    public async Task RunAsync(CancellationToken cancellationToken) => _ = rounds.Begin(await collector.DueAsync(cancellationToken));
}
