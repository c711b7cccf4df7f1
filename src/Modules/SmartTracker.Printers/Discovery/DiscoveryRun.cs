using System.Collections.Concurrent;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.Printers.Domain.Discovery;

namespace SmartTracker.Printers.Discovery;

/// <summary>A search that a person started and watches.</summary>
public sealed class DiscoveryRun(Guid id, IReadOnlyList<SweepTarget> targets, string where, long startedAt) : IDisposable
{
    private readonly ConcurrentQueue<FoundPrinter> _found = new();
    private readonly CancellationTokenSource _stop = new();
    private int _asked;
    private volatile bool _isOver;

    public Guid Id { get; } = id;

    public IReadOnlyList<SweepTarget> Targets { get; } = targets;

    /// <summary>The networks, as people write them.</summary>
    public string Where { get; } = where;

    /// <summary>Timestamp of the time provider.</summary>
    public long StartedAt { get; } = startedAt;

    public int Done => Volatile.Read(ref _asked);

    public IReadOnlyList<FoundPrinter> Found => [.. _found];

    public bool IsOver => _isOver;

    public CancellationToken Stopped => _stop.Token;

    public void Asked() => Interlocked.Increment(ref _asked);

    public void Add(FoundPrinter found) => _found.Enqueue(found);

    public void Stop() => _stop.Cancel();

    public void End() => _isOver = true;

    public void Dispose() => _stop.Dispose();
}
