using System.Diagnostics;
using System.Net;
using SmartTracker.TestHost;

namespace SmartTracker.TenantBench;

/// <summary>From the start of the process to the first ready answer, ours and a bare Razor host by turns (RELIABILITY P13).</summary>
internal static class StartMeasure
{
    public static async Task<StartFigures> RunAsync(string folder, int repeats)
    {
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i < repeats; i++)
        {
            bare.Add(await StartAsync(url => ["bare", url], typeof(StartMeasure).Assembly.Location));
            ours.Add(await StartAsync(url => ["serve", "--data", folder, "--urls", url], Path.Combine(AppContext.BaseDirectory, "SmartTracker.Web.dll")));
        }

        return new(new([.. ours]), new([.. bare]), ours.Zip(bare, (one, other) => one / other).Order().ElementAt(repeats / 2));
    }

    private static async Task<double> StartAsync(Func<string, string[]> arguments, string program)
    {
        var url = $"http://127.0.0.1:{FreePort.Tcp()}";
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments(url)]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(url) };
            while (!await IsReadyAsync(client))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                    throw new InvalidOperationException($"{program} did not become ready.");
                await Task.Delay(5);
            }

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
