using System.Diagnostics;

namespace SmartTracker.Crash.Tests;

/// <summary>The built host as a process of its own, running one command.</summary>
internal sealed class HostProcess : IDisposable
{
    // 128 + SIGKILL, as the runtime reports it.
    private const int Killed = 137;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "SmartTracker.Web.exe" : "SmartTracker.Web");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public HostProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start.");
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
        Ended = _process.WaitForExitAsync();
    }

    public Task Ended { get; }

    public bool WasKilled => _process.ExitCode == Killed;

    /// <summary>SIGKILL: nothing is flushed, nothing is rolled back in good order.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return Ended;
    }

    public async Task<(int Code, string Words)> EndAsync()
    {
        await Ended.WaitAsync(Patience);
        return (_process.ExitCode, (await _output + await _errors).Trim());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
