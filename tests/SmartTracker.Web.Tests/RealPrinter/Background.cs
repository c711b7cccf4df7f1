using System.Diagnostics;
using System.Text;

namespace SmartTracker.Web.Tests.RealPrinter;

/// <summary>A program that runs beside the test and ends with it.</summary>
internal sealed class Background : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private Background(Process process) => _process = process;

    /// <summary>What it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <exception cref="InvalidOperationException">The program is not installed.</exception>
    public static Background Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var background = new Background(new Process { StartInfo = start });
        background._process.OutputDataReceived += background.Keep;
        background._process.ErrorDataReceived += background.Keep;
        background._process.Start();
        background._process.BeginOutputReadLine();
        background._process.BeginErrorReadLine();
        return background;
    }

    /// <summary>Waits until it did what it was started for.</summary>
    public async Task ReadyAsync(Func<Task<bool>> isReady)
    {
        var watch = Stopwatch.StartNew();
        while (!await isReady())
        {
            if (_process.HasExited || watch.Elapsed > Patience)
                throw new InvalidOperationException($"{_process.StartInfo.FileName} is not ready after {watch.Elapsed.TotalSeconds:0.0} s: {Said}");
            await Task.Delay(50);
        }
    }

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit(5000);
        _process.Dispose();
    }

    private static string Find(string program)
    {
        // Daemons stand in sbin, which is not on everybody's path.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin", "/usr/bin"]);
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            $"This test speaks to CUPS' real ippeveprinter and needs {program}. Install the packages cups-ipp-utils, cups-client, avahi-daemon and dbus; build.sh does it where it may.");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            _said.AppendLine(line.Data);
    }
}
