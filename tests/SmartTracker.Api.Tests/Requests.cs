using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartTracker.Api.Tests;

/// <summary>What programs send in these stories.</summary>
internal static class Requests
{
    public static object Printer(string name, string? serial = null) => new { name, address = $"{name.ToLowerInvariant()}.example", protocol = "piws", serialNumber = serial };

    public static async Task<JsonObject> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>The new thing, which is also what its Location leads to.</summary>
    public static async Task<JsonObject> CreateAsync(this HttpClient client, string path, object body, string? idempotencyKey = null)
    {
        using var answer = await client.PostAsync(path, body, idempotencyKey);
        var created = await answer.JsonAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, created.ToJsonString());
        using var found = await client.GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(created.Text("id"), (await found.JsonAsync()).Text("id"));
        return created;
    }

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body, string? idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request);
    }

    public static async Task<JsonObject> ImportAsync(this HttpClient client, params object[] rows)
    {
        using var body = new StringContent(string.Join('\n', rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row))), Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var answer = await client.PostAsync("print-jobs/import", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    public static object Job(string serial, string id, int day, string user = "brandt", long? area = 1_000_000) => new
    {
        printerSerial = serial,
        deviceJobId = id,
        userName = user,
        jobName = $"Plan {id}.pdf",
        completedAt = $"2026-10-{day:00}T10:00:00Z",
        pages = 1,
        copies = 1,
        mediaType = "Coated 130 g",
        mediaAreaMm2 = area,
    };

    public static JsonArray Items(this JsonObject page) => page["items"]!.AsArray();

    /// <summary>What is said about the fields that are wrong, by field.</summary>
    public static async Task<JsonObject> FieldErrorsAsync(this HttpResponseMessage answer) =>
        (await answer.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject();

    public static IEnumerable<string> Names(this JsonObject errors) => errors.Select(error => error.Key).Order(StringComparer.Ordinal);
}
