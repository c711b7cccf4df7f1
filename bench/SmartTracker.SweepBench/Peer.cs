using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SmartTracker.SweepBench;

/// <summary>A program beside this one, ended with it.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>Processor time of the program so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>This program again, in the role of the fleet.</summary>
    /// <param name="kind">Word for <see cref="Program"/>: which fleet.</param>
    public static async Task<Peer> SimulatorAsync(string kind, int printers)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["simulate", kind, printers.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var peer = new Peer(Process.Start(start)!);
        if (await peer._process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("The simulated printers did not start.");
        return peer;
    }

    /// <summary>Debian's <c>prometheus-snmp-exporter</c>, told to walk what we walk; null where it is not installed.</summary>
    public static async Task<(Peer Peer, Uri Address)?> ExporterAsync(string folder, IEnumerable<string> roots)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Select(path => Path.Combine(path, "prometheus-snmp-exporter")).FirstOrDefault(File.Exists);
        if (program is null)
            return null;
        var configuration = Path.Combine(folder, "snmp.yml");
        await File.WriteAllTextAsync(configuration, $$"""
            printers:
              walk: [{{string.Join(", ", roots)}}]
              metrics:
              - {name: prtMarkerSuppliesLevel, oid: 1.3.6.1.2.1.43.11.1.1.9, type: gauge, indexes: [{labelname: device, type: gauge}, {labelname: supply, type: gauge}]}
              - {name: prtMarkerSuppliesMaxCapacity, oid: 1.3.6.1.2.1.43.11.1.1.8, type: gauge, indexes: [{labelname: device, type: gauge}, {labelname: supply, type: gauge}]}
              - {name: prtMarkerLifeCount, oid: 1.3.6.1.2.1.43.10.2.1.4, type: counter, indexes: [{labelname: device, type: gauge}, {labelname: marker, type: gauge}]}
              - {name: prtInputCurrentLevel, oid: 1.3.6.1.2.1.43.8.2.1.10, type: gauge, indexes: [{labelname: device, type: gauge}, {labelname: input, type: gauge}]}
              version: 2
              max_repetitions: 20
              retries: 0
              timeout: 10s
              auth: {community: public}
            """);
        var address = new Uri("http://127.0.0.1:19116/");
        var start = new ProcessStartInfo(program, ["--config.file=" + configuration, "--web.listen-address=127.0.0.1:19116", "--log.level=error"]) { RedirectStandardError = true };
        var peer = new Peer(Process.Start(start)!);
        peer._process.ErrorDataReceived += (_, _) => { };
        peer._process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                if ((await http.GetAsync(address)).StatusCode == HttpStatusCode.OK)
                    return (peer, address);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        peer.Dispose();
        throw new InvalidOperationException("prometheus-snmp-exporter did not start.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
