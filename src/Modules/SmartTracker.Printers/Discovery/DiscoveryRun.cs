using System.Collections.Concurrent;
using System.Net;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain.Discovery;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Discovery;

/// <summary>A search that a person started and watches.</summary>
/// <param name="networks">Where is searched.</param>
/// <param name="snmp">Accesses that SNMP agents are asked with; secrets.</param>
public sealed class DiscoveryRun(
    Guid id, IReadOnlyList<AllowedNetwork> networks, IReadOnlyList<SweepTarget> targets, IReadOnlyList<SnmpAccess> snmp, long startedAt) : IDisposable
{
    private readonly ConcurrentQueue<FoundPrinter> _found = new();
    private readonly CancellationTokenSource _stop = new();
    private int _asked;
    private volatile bool _isOver;

    public Guid Id { get; } = id;

    public IReadOnlyList<SweepTarget> Targets { get; } = targets;

    /// <summary>The networks, as people write them.</summary>
    public string Where { get; } = string.Join(", ", networks.Select(network => network.Written));

    public IReadOnlyList<SnmpAccess> Snmp { get; } = snmp;

    /// <summary>Timestamp of the time provider.</summary>
    public long StartedAt { get; } = startedAt;

    public int Done => Volatile.Read(ref _asked);

    public IReadOnlyList<FoundPrinter> Found => [.. _found];

    public bool IsOver => _isOver;

    public CancellationToken Stopped => _stop.Token;

    public bool IsLoopbackOnly => networks.All(network => IPAddress.IsLoopback(network.Network.BaseAddress));

    /// <summary>Whether an address lies where this search looks, at a port that is allowed there.</summary>
    public bool Covers(IPEndPoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return networks.Any(network => network.Network.Contains(endpoint.Address) && network.Allows(endpoint.Port));
    }

    public void Asked() => Interlocked.Increment(ref _asked);

    public void Add(FoundPrinter found) => _found.Enqueue(found);

    public void Stop() => _stop.Cancel();

    public void End() => _isOver = true;

    public void Dispose() => _stop.Dispose();
}
