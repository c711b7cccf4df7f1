using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using SmartTracker.Web;
using SmartTracker.Web.Commands;

namespace SmartTracker.TenantBench;

/// <summary>A month's list of fifty print jobs for somebody who is signed in, against fifty bare Razor rows, by turns in one process (RELIABILITY P11).</summary>
internal static partial class PageMeasure
{
    private const int Rounds = 5;
    private const int Clients = 2;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(3);

    public static async Task<PageFigures> RunAsync(string folder)
    {
        await DemoAsync(folder);
        await using var host = SmartTrackerHost.Build(TenantFarm.Options(folder, "http://127.0.0.1:0"));
        await host.StartAsync();
        await using var bare = BareHost.Build("http://127.0.0.1:0");
        await bare.StartAsync();
        using var client = await SignedInAsync(host, folder);
        var month = TimeProvider.System.GetUtcNow().AddMonths(-1).ToString("yyyy-MM", null);
        var ours = new Uri(Address(host), $"nordplan/admin/print-jobs?month={month}");
        var least = new Uri(Address(bare), "health/ready");
        var rows = RowPattern().Count(await client.GetStringAsync(ours));
        // The runtime replaces what it compiled in haste.
        for (var i = 0; i < 4; i++)
        {
            await RateAsync(client, ours);
            await RateAsync(client, least);
        }

        var (fast, limit) = (new double[Rounds], new double[Rounds]);
        for (var i = 0; i < Rounds; i++)
            (limit[i], fast[i]) = (await RateAsync(client, least), await RateAsync(client, ours));
        return new PageFigures(rows, fast.Order().ElementAt(Rounds / 2), limit.Order().ElementAt(Rounds / 2), [.. fast.Zip(limit, (one, other) => one / other).Order()]);
    }

    private static async Task DemoAsync(string folder)
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var code = await CommandLine.RunAsync(["demo", "--exit", "--json", "--data", folder, "--urls", "http://127.0.0.1:0"]);
        Console.SetOut(output);
        if (code != 0)
            throw new InvalidOperationException("The demo's data could not be made.");
        SqliteConnection.ClearAllPools();
    }

    private static async Task<HttpClient> SignedInAsync(WebApplication host, string folder)
    {
        var client = new HttpClient { BaseAddress = Address(host) };
        var token = TokenPattern().Match(await client.GetStringAsync("nordplan/login")).Groups[1].Value;
        var password = (string)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "demo.json")))!["Password"]!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = "admin", ["Password"] = password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync("nordplan/login", form);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Answers per second.</summary>
    private static async Task<double> RateAsync(HttpClient client, Uri page)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < RoundLength; count++)
                await client.GetByteArrayAsync(page);
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Uri Address(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("<tr")]
    private static partial Regex RowPattern();
}
