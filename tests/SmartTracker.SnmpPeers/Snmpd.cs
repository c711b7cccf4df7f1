using System.Diagnostics;
using System.Text;
using SmartTracker.TestHost;

namespace SmartTracker.SnmpPeers;

/// <summary>net-snmp's <c>snmpd</c>, which we did not write, in the role of a printer: own configuration, own port, own folder, ended with the test.</summary>
public sealed class Snmpd : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("st-snmp-");
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    private Snmpd(string program, int port, IEnumerable<string> configuration)
    {
        Port = port;
        var file = Path.Combine(_folder.FullName, "snmpd.conf");
        File.WriteAllLines(file, [$"agentAddress udp:127.0.0.1:{port}", .. configuration]);
        var start = new ProcessStartInfo(program, ["-f", "-Lo", "-C", "-c", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SNMP_PERSISTENT_DIR"] = _folder.FullName;
        start.Environment["MIBS"] = "";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <param name="configuration">Users, communities and <c>override</c> lines.</param>
    /// <exception cref="InvalidOperationException">It is not installed or does not start.</exception>
    public static async Task<Snmpd> StartAsync(IEnumerable<string> configuration)
    {
        var agent = new Snmpd(Find(), FreePort.Udp(), configuration);
        var watch = Stopwatch.StartNew();
        while (!agent.Said.Contains("NET-SNMP version", StringComparison.Ordinal))
        {
            if (agent._process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(1))
            {
                await agent.DisposeAsync();
                throw new InvalidOperationException($"snmpd did not start: {agent.Said}");
            }

            await Task.Delay(20);
        }

        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    // Daemons stand in sbin, which is not on everybody's path.
    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin", "/usr/local/sbin"]).Select(folder => Path.Combine(folder, "snmpd")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("This test speaks to the real snmpd of net-snmp. Install the package snmpd; build.sh does it where it may.");

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            _said.AppendLine(line.Data);
    }
}
