using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Registry;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

/// <summary>A host at noon of 20 November 2026 whose tenant <c>nord</c> has printers, and a program that imports jobs into it.</summary>
internal sealed class ImportWorld : IAsyncDisposable
{
    public const string Serial = "SN-1";

    private ImportWorld(ApiHost host, HttpClient client) => (Host, Client) = (host, client);

    public ApiHost Host { get; }

    public HttpClient Client { get; }

    public static async Task<ImportWorld> StartAsync(DatabaseEngine engine, params string[] moreSerials)
    {
        var host = await ApiHost.StartAsync(engine, new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)));
        var world = new ImportWorld(host, await host.ClientAsync());
        foreach (var serial in moreSerials.Prepend(Serial))
            await world.RegisterAsync(serial);
        return world;
    }

    public Task RegisterAsync(string serial) => Host.Running.InTenantAsync(ApiHost.Nord, services =>
        services.GetRequiredService<PrinterRegistrar>().RegisterAsync(
            new PrinterDraft(serial, $"{serial}.example".ToLowerInvariant(), "piws", null, AllowLegacyTls: false) { SerialNumber = serial }, CancellationToken.None));

    public Task<HttpResponseMessage> SendAsync(string rows, string type = "application/x-ndjson") => SendAsync(Encoding.UTF8.GetBytes(rows), type);

    public async Task<HttpResponseMessage> SendAsync(byte[] rows, string type, string? encoding = null, string? idempotencyKey = null)
    {
        using var content = new ByteArrayContent(rows);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        using var request = new HttpRequestMessage(HttpMethod.Post, "print-jobs/import") { Content = content };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await Client.SendAsync(request);
    }

    public async Task<ImportCounts> ImportAsync(string rows, string type = "application/x-ndjson") => await CountsAsync(await SendAsync(rows, type));

    public async Task<ImportCounts> CountsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return ImportCounts.Of(await answer.JsonAsync());
    }

    public async Task<List<JsonObject>> JobsAsync(string query = "limit=500") =>
        [.. (await (await Client.GetAsync("print-jobs?" + query)).JsonAsync())["items"]!.AsArray().Select(job => job!.AsObject())];

    public Task<int> CountAsync() => Host.Running.InTenantAsync(ApiHost.Nord, services =>
        services.GetRequiredService<CollectionDbContext>().PrintJobs.CountAsync());

    /// <summary>The newest import, as soon as it has ended.</summary>
    public Task<JsonObject> LastImportAsync() => Eventually.IsThereAsync(
        async () => (await (await Client.GetAsync("print-jobs/imports?limit=1")).JsonAsync())["items"]!.AsArray() is [JsonObject import] && import["endedAt"] is not null ? import : null);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}

internal sealed record ImportCounts(long Accepted, long Duplicates, long RejectedCount, IReadOnlyList<(long Line, string? Field, string Reason)> Rejected)
{
    public static ImportCounts Of(JsonObject answer) => new(
        (long)answer["accepted"]!, (long)answer["duplicates"]!, (long)answer["rejectedCount"]!,
        [.. answer["rejected"]!.AsArray().Select(row => ((long)row!["line"]!, (string?)row["field"], row.Text("reason")))]);
}

internal static class Rows
{
    public static string Json(object row) => JsonSerializer.Serialize(row);

    public static string Job(object id, string serial = ImportWorld.Serial, string completedAt = "2026-10-15T12:00:00Z", long mediaAreaMm2 = 542_916) =>
        Json(new { printerSerial = serial, deviceJobId = id.ToString(), completedAt, pages = 1, copies = 1, mediaAreaMm2 });

    public static string Lines(IEnumerable<string> rows) => string.Join('\n', rows) + "\n";

    public static string Jobs(int first, int count) => Lines(Enumerable.Range(first, count).Select(number => Job(number)));
}
