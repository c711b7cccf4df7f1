using System.Diagnostics;
using System.Text;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>The built agent as a process of its own.</summary>
internal sealed class AgentProcess : IDisposable
{
    // Where it was built: beside the tests it would lack the parts that a web server brings along. Or one that was published, to try that.
    private static readonly string Executable = Environment.GetEnvironmentVariable("SMARTTRACKER_TEST_AGENT") ?? Path.Combine(
        Repository.Root, "src", "Agent", "SmartTracker.Agent", Built, OperatingSystem.IsWindows() ? "SmartTracker.Agent.exe" : "SmartTracker.Agent");
    // bin/Debug/net10.0 or bin/Release/net10.0, as the tests.
    private static string Built => string.Join(Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private AgentProcess(string[] arguments, string? authorities)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (authorities is not null)
            start.Environment["SSL_CERT_FILE"] = authorities;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its log so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public static AgentProcess Start(params string[] arguments) => new(arguments, null);

    /// <param name="authorities">A file of certificates that its computer trusts besides the usual ones.</param>
    public static AgentProcess StartTrusting(string authorities, params string[] arguments) => new(arguments, authorities);

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => RunTrustingAsync(null, arguments);

    public static async Task<(int Code, string Output, string Errors)> RunTrustingAsync(string? authorities, params string[] arguments)
    {
        using var process = new AgentProcess(arguments, authorities);
        await process._process.WaitForExitAsync().WaitAsync(Patience);
        lock (process._output)
            return (process._process.ExitCode, process._output.ToString(), process.Errors);
    }

    public Task EventuallyAsync(Func<Task<bool>> holds) => Eventually.IsTrueAsync(holds, () => "The agent's log:\n" + Errors);

    public Task EventuallyAsync(Func<bool> holds) => EventuallyAsync(() => Task.FromResult(holds()));

    /// <summary>SIGKILL: nothing is finished in good order.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static void Add(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }
}
