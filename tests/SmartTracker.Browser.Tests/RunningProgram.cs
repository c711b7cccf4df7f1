using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SmartTracker.TestHost;

namespace SmartTracker.Browser.Tests;

/// <summary>The program as somebody starts it in a terminal, on an empty data folder and a free port.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("smarttracker-tour-").FullName;
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    public RunningProgram(string command)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Tcp()}/");
        _process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "SmartTracker.Web.dll"), command, "--data", _data, "--urls", Address.ToString().TrimEnd('/')])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>The first group of what the program prints, as soon as it does.</summary>
    public async Task<string> SaysAsync(string pattern)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(100))
        {
            var text = Output;
            if (Regex.Match(text, pattern) is { Success: true } found)
                return found.Groups[1].Value;
            Assert.False(_process.HasExited, text);
        }

        throw new TimeoutException($"The program did not say {pattern}, but:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
