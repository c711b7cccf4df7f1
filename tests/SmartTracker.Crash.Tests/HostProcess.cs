using System.Diagnostics;

namespace SmartTracker.Crash.Tests;

/// <summary>The built host as a process of its own, running one command.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "SmartTracker.Web.exe" : "SmartTracker.Web");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public HostProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start.");
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public Task Ended => _process.WaitForExitAsync();

    /// <summary>SIGKILL: nothing is flushed, nothing is rolled back in good order. False where it had ended by itself.</summary>
    public async Task<bool> KillAsync()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        await Ended;
        // 128 + 9: it was the kill that ended it.
        return _process.ExitCode == 137;
    }

    public async Task<(int Code, string Words)> EndAsync()
    {
        await Ended.WaitAsync(TimeSpan.FromMinutes(2));
        return (_process.ExitCode, (await _output + await _errors).Trim());
    }

    public void Dispose() => _process.Dispose();
}
