using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Asks addresses whether an SNMP agent lives there, and what it is. Reads a handful of objects, sets nothing.</summary>
public sealed class SnmpProbe(SnmpProbeOptions options, TimeProvider clock)
{
    /// <summary>Devices as they answer, in no order. Addresses that keep silent are only counted in <paramref name="progress"/>.</summary>
    /// <param name="progress">Told after each address.</param>
    public async IAsyncEnumerable<FoundDevice> SearchAsync(
        IReadOnlyCollection<IPAddress> addresses, IProgress<DiscoveryProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        // Ends the search too when nobody wants to hear the rest.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var found = Channel.CreateUnbounded<FoundDevice>(new UnboundedChannelOptions { SingleReader = true });
        var searching = AskAllAsync(addresses, found.Writer, progress, end.Token);
        try
        {
            await foreach (var device in found.Reader.ReadAllAsync(cancellationToken))
                yield return device;
            await searching;
        }
        finally
        {
            await end.CancelAsync();
            await searching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>One address; null where nobody answers or it is not allowed.</summary>
    public async Task<FoundDevice?> AskAsync(IPAddress address, CancellationToken cancellationToken)
    {
        FoundDevice? refused = null;
        foreach (var access in options.Accesses)
        {
            var found = await new SnmpContact(address, access, options, clock).FindAsync(cancellationToken);
            if (found is { Failure: null })
                return found;
            refused ??= found;
        }

        return refused;
    }

    private async Task AskAllAsync(IReadOnlyCollection<IPAddress> addresses, ChannelWriter<FoundDevice> found, IProgress<DiscoveryProgress>? progress, CancellationToken cancellationToken)
    {
        var (asked, answered) = (0, 0);
        try
        {
            await Parallel.ForEachAsync(
                addresses.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken }, async (address, cancel) =>
                {
                    if (await AskAsync(address, cancel) is { } device)
                    {
                        Interlocked.Increment(ref answered);
                        found.TryWrite(device);
                    }

                    progress?.Report(new DiscoveryProgress(Interlocked.Increment(ref asked), addresses.Count, Volatile.Read(ref answered)));
                });
        }
        finally
        {
            found.Complete();
        }
    }
}

public sealed record SnmpProbeOptions
{
    /// <summary>Asked with every address and port before the first packet goes there.</summary>
    public required Func<IPEndPoint, bool> Allows { get; init; }

    /// <summary>Tried in turn; each costs a silent address its time anew.</summary>
    public required IReadOnlyList<SnmpAccess> Accesses { get; init; }

    public int Port { get; init; } = 161;

    /// <summary>Addresses asked at the same time.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>For the first packet; a second one waits twice as long. Plotters that sleep need a second or more.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For all that one address is asked with one access.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(8);
}
