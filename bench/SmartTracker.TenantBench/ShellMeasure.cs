using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SmartTracker.Web;

namespace SmartTracker.TenantBench;

/// <summary>What a tenant costs: memory that stays, the first request of each, a request afterwards (RELIABILITY P12).</summary>
internal static class ShellMeasure
{
    public static async Task<ShellFigures> RunAsync(string folder, int count)
    {
        await using var app = SmartTrackerHost.Build(TenantFarm.Options(folder, "http://127.0.0.1:0"));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        // The first two shells pay for the compiler and for what all share.
        await TimeAsync(client, "login");
        await TimeAsync(client, TenantFarm.NameOf(0) + "/login");
        await TimeAsync(client, TenantFarm.NameOf(0) + "/login");
        var (heapBefore, rssBefore) = Memory();

        var cold = new double[count];
        var second = new double[count];
        for (var i = 0; i < count; i++)
        {
            var page = TenantFarm.NameOf(i + 1) + "/login";
            cold[i] = await TimeAsync(client, page);
            second[i] = await TimeAsync(client, page);
        }

        var (heapAfter, rssAfter) = Memory();
        var warm = new List<double>();
        for (var i = 0; i < count; i++)
            warm.Add(await TimeAsync(client, TenantFarm.NameOf(i + 1) + "/login"));
        return new ShellFigures(
            count, (heapAfter - heapBefore) / (double)count, (rssAfter - rssBefore) / (double)count, rssAfter, new(cold), new(second), new([.. warm]));
    }

    private static async Task<double> TimeAsync(HttpClient client, string page)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static (long Heap, long Rss) Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
