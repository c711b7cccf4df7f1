using System.Net;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain.Discovery;

namespace SmartTracker.Printers.Discovery;

/// <summary>Asks every address of a run, some at once. Addresses that the host operator does not allow are never asked.</summary>
public sealed class PrinterSearch(IPrinterNetwork network, IEnumerable<IPrinterProbe> probes, AnnouncedPrinters announced)
{
    private const int AtOnce = 32;

    // An answer that takes longer comes from a printer that is better added by its address.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public IReadOnlyCollection<int> UsualPorts { get; } = [.. probes.Select(probe => probe.UsualPort).Distinct()];

    public async Task<bool> RunAsync(DiscoveryRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Stopped);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token };
        try
        {
            var listening = announced.ListenAsync(run, stop.Token);
            await Parallel.ForEachAsync(run.Targets, parallel, async (target, cancelled) =>
            {
                await AskAsync(run, target, cancelled);
                run.Asked();
            });
            await listening;
        }
        catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
        {
            // A person has seen enough.
        }

        return true;
    }

    private async Task AskAsync(DiscoveryRun run, SweepTarget target, CancellationToken cancellationToken)
    {
        var endpoint = new IPEndPoint(target.Address, target.Port);
        if (!network.Allows(endpoint))
            return;
        var usual = probes.Where(probe => probe.UsualPort == target.Port).ToList();
        foreach (var probe in usual.Count > 0 ? usual : probes)
        {
            if (await probe.ProbeAsync(new ProbeTarget(endpoint, network.Allows, Patience) { SnmpAccesses = run.Snmp }, cancellationToken) is not { } found)
                continue;
            run.Add(found);
            return;
        }
    }
}
