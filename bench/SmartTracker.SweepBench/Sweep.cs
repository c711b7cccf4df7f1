using System.Diagnostics;
using System.Net;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.SweepBench;

/// <summary>One pass over all printers of a fleet.</summary>
internal sealed record Sweep(TimeSpan Duration, TimeSpan Processor, int Read)
{
    private static readonly SnmpAccess Access = new() { Version = SnmpVersion.V2c, Community = "public" };

    public double MillisecondsPerPrinter(int printers) => Processor.TotalMilliseconds / printers;

    /// <summary>As the product reads: fetched, kept as raw answers, interpreted.</summary>
    public static Task<Sweep> OursAsync(Fleet fleet, int concurrency)
    {
        var reader = new SnmpStateReader(TimeProvider.System);
        return RunAsync(
            fleet, concurrency, () => Process.GetCurrentProcess().TotalProcessorTime, (port, cancel) => VisitAsync(reader, port, Fleet.Patience, cancel));
    }

    /// <returns>Whether the printer was read whole.</returns>
    public static async Task<bool> VisitAsync(SnmpStateReader reader, int port, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var connection = new PrinterConnection
        {
            Address = new Uri($"snmp://127.0.0.1:{port}"),
            Allows = endpoint => IPAddress.IsLoopback(endpoint.Address),
            Snmp = Access,
            Deadline = deadline,
        };
        var fetch = await reader.FetchStateAsync(connection, cancellationToken);
        return fetch.Failure is null && reader.InterpretState(fetch.Answers).Consumables.Count == 6;
    }

    public static async Task<Sweep> OfExporterAsync(Fleet fleet, int concurrency, Peer exporter, Uri address)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        return await RunAsync(fleet, concurrency, () => exporter.Processor, async (port, cancel) =>
        {
            using var response = await http.GetAsync(new Uri($"snmp?target=127.0.0.1:{port}&module=printers", UriKind.Relative), cancel);
            return response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync(cancel)).Contains("prtMarkerLifeCount", StringComparison.Ordinal);
        });
    }

    private static async Task<Sweep> RunAsync(Fleet fleet, int concurrency, Func<TimeSpan> processor, Func<int, CancellationToken, Task<bool>> visit)
    {
        var (started, before, read) = (Stopwatch.GetTimestamp(), processor(), 0);
        await Parallel.ForEachAsync(fleet.Printers, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (printer, cancel) =>
        {
            if (await visit(printer.Port, cancel))
                Interlocked.Increment(ref read);
        });
        return new Sweep(Stopwatch.GetElapsedTime(started), processor() - before, read);
    }
}
