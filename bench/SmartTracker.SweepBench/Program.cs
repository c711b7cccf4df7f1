using System.Globalization;
using SmartTracker.SweepBench;

// Without arguments or with printers (10000) and at once (100): a sweep over simulated printers against the least time that so many at once allow,
// and the processor time per printer beside Debian's prometheus-snmp-exporter on the same printers.
// isolation, with printers (1000): whether sick printers and a big tenant delay the healthy printers of small ones.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["simulate", var kind, var count])
{
    var size = int.Parse(count, CultureInfo.InvariantCulture);
    await Simulator.RunAsync(kind == "sweep" ? Fleet.Of(size) : Fleet.OfTenants(size, isSick: kind == "sick"));
    return 0;
}

if (args is ["isolation", ..])
    return await IsolationMeasure.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000);

const double Goal = 1.15;
var printers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
var concurrency = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100;
var fleet = Fleet.Of(printers);
var alive = fleet.Printers.Count(printer => printer.Latency is not null);
using var simulator = await Peer.SimulatorAsync("sweep", printers);
// Compiles the way before it is measured.
await Sweep.OursAsync(Fleet.Of(Math.Min(printers, 200)), 200);

var ours = await Sweep.OursAsync(fleet, concurrency);
var least = fleet.Least(concurrency);
var ratio = ours.Duration / least;
Console.WriteLine($"""
    Sweep of {printers:N0} printers, {concurrency} at once, {printers - alive} of them dead, over SNMP v2c
      SmartTracker   {ours.Duration.TotalSeconds:0.0} s, {ours.Read} of {alive} read, {ours.MillisecondsPerPrinter(printers):0.00} ms of processor per printer
      limit          {least.TotalSeconds:0.0} s
      ratio          {ratio:0.000} (at most {Goal})
    """);

var folder = Directory.CreateTempSubdirectory("st-sweep-");
try
{
    string[] roots =
    [
        "1.3.6.1.2.1.1", "1.3.6.1.2.1.25.1", "1.3.6.1.2.1.25.3.2.1", "1.3.6.1.2.1.25.3.5.1", "1.3.6.1.2.1.43.5.1.1", "1.3.6.1.2.1.43.8.2.1", "1.3.6.1.2.1.43.10.2.1",
        "1.3.6.1.2.1.43.11.1.1", "1.3.6.1.2.1.43.12.1.1", "1.3.6.1.2.1.43.18.1.1", "1.3.6.1.4.1.11.2.3.9.4.2.1.1.3.3", "1.3.6.1.4.1.11.2.3.9.4.2.1.4.1.5.6.3",
    ];
    if (await Peer.ExporterAsync(folder.FullName, roots) is not var (exporter, address))
    {
        Console.WriteLine("  prometheus-snmp-exporter is not installed, so nothing stands beside our processor time.");
    }
    else
    {
        using (exporter)
        {
            var theirs = await Sweep.OfExporterAsync(fleet, concurrency, exporter, address);
            Console.WriteLine($"""
                  exporter       {theirs.Duration.TotalSeconds:0.0} s, {theirs.Read} of {alive} read, {theirs.MillisecondsPerPrinter(printers):0.00} ms of processor per printer
                  processor      {ours.Processor / theirs.Processor:0.000} of the exporter's
                """);
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}

return ours.Read == alive && ratio <= Goal ? 0 : 1;
