using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.IngestBench;

/// <summary>The host as a process of its own, and imports over HTTP.</summary>
internal sealed class ServedHost : IDisposable
{
    /// <summary>Of the managed heap, in bytes: what grew with the file would not fit.</summary>
    public const long HeapLimit = 256L * 1024 * 1024;

    private readonly Process _process;
    private readonly HttpClient _client;

    private ServedHost(Process process, HttpClient client) => (_process, _client) = (process, client);

    public static async Task<ServedHost> StartAsync(string folder, DatabaseEngine engine, string? connection)
    {
        var url = $"http://127.0.0.1:{FreePort.Tcp()}";
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "SmartTracker.Web.dll"), "serve", "--data", Path.Combine(folder, "App_Data"), "--urls", url];
        var settings = Farm.Settings(folder, engine, connection).Where(setting => setting.Value is not null).SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" });
        var start = new ProcessStartInfo("dotnet", [.. arguments, .. settings]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("X", CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        var host = new ServedHost(process, new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan });
        await host.WaitAsync();
        return host;
    }

    /// <summary>Sends the file and checks that exactly as many rows were new as are expected.</summary>
    public async Task<Run> ImportAsync(string tenant, string key, JobFile file, int rows, int expectedNew)
    {
        // Forgets the peak of what was before (proc(5)).
        await File.WriteAllTextAsync($"/proc/{_process.Id}/clear_refs", "5");
        var before = ProcessorTime();
        var started = Stopwatch.GetTimestamp();
        await using var body = File.OpenRead(file.Path);
        using var content = new StreamContent(body, 64 * 1024);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{tenant}/api/v1/print-jobs/import") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await _client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var time = Stopwatch.GetElapsedTime(started);
        if (response.StatusCode != HttpStatusCode.OK || (int)answer["accepted"]! != expectedNew || (int)answer["accepted"]! + (int)answer["duplicates"]! != rows)
            throw new InvalidOperationException($"The import answered {response.StatusCode}: {answer.ToJsonString()[..Math.Min(500, answer.ToJsonString().Length)]}");
        return new Run(rows, time, PeakRss(), ProcessorTime() - before);
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    private long PeakRss() => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private async Task WaitAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await _client.GetAsync("health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The host did not become ready.");
            await Task.Delay(50);
        }
    }
}
