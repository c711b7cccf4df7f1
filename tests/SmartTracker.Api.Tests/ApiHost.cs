using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Api.Data;
using SmartTracker.Api.Domain;
using SmartTracker.Api.Keys;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

/// <summary>A host with the provider's tenant and two customers, <c>nord</c> and <c>süd</c>'s technical name <c>sued</c>, all with the REST interface.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Nord = "nord";
    public const string Sued = "sued";
    public const string Password = "four words are plenty";

    private ApiHost(RunningHost running) => Running = running;

    public RunningHost Running { get; }

    public static async Task<ApiHost> StartAsync(
        DatabaseEngine engine, TimeProvider? time = null, string features = "\"SmartTracker.Api\", \"SmartTracker.Costing\", \"SmartTracker.Bills\", \"SmartTracker.Theme.Admin\"", IReadOnlyDictionary<string, string?>? settings = null)
    {
        var running = await RunningHost.StartAsync(engine, settings, time);
        await running.CreateTenantAsync(Tenant.DefaultName, $$"""
            [ { "name": "feature", "enable": ["SmartTracker.Api", "SmartTracker.Tenants", "SmartTracker.Billing", "SmartTracker.Bills", "SmartTracker.Costing", "SmartTracker.Theme.Admin"] }, {{Common("operator", "Operator")}}, {{Terms}} ]
            """);
        foreach (var tenant in new[] { Nord, Sued })
            await running.CreateTenantAsync(tenant, $$"""[ { "name": "feature", "enable": [{{features}}] }, {{Common("admin", "Administrator")}} ]""");
        return new ApiHost(running);
    }

    public Task<string> KeyAsync(string tenant, string role = "Administrator", Instant? expires = null) => Running.InTenantAsync(tenant, async services =>
    {
        var issuer = services.GetRequiredService<ApiKeyIssuer>();
        return (await issuer.CreateAsync(new NewApiKey("test", [role], expires, "test"), CancellationToken.None)).Text.Text;
    });

    /// <summary>A program with a key of that role; its addresses are relative to <c>api/v1/</c>.</summary>
    public async Task<HttpClient> ClientAsync(string tenant = Nord, string role = "Administrator") => Client(tenant, await KeyAsync(tenant, role));

    public HttpClient Client(string tenant, string? key)
    {
        var client = Running.Browser(tenant);
        client.BaseAddress = new Uri(client.BaseAddress!, "api/v1/");
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();

    /// <summary>Runs SQL in a tenant's database, past all modules.</summary>
    public Task SqlAsync(string tenant, string sql) => Running.InTenantAsync(tenant, services =>
        services.GetRequiredService<ApiDbContext>().Database.ExecuteSqlRawAsync(sql));

    private static readonly string Terms = $$"""
        { "name": "Issuer", "LegalName": "Plotservice Hansa GmbH", "AddressLines": ["Am Sandtorkai 12", "20457 Hamburg"], "VatId": "DE123456788", "TaxNumber": "48/123/45678",
          "Email": "rechnung@hansa.example", "BankName": "Musterbank", "Iban": "DE02120300000000202051", "Bic": "BYLADEM1001", "DueDays": 14, "VatRate": "19", "NumberSeries": "{year}-{number:0000}" },
        { "name": "BillingCustomers", "Customers": [ {{Customer(Nord)}}, {{Customer(Sued)}} ] }
        """;

    private static string Customer(string tenant) =>
        $$"""{ "Tenant": "{{tenant}}", "LegalName": "{{tenant}} GmbH", "AddressLines": ["Weg 1", "20095 Hamburg"], "VatId": "", "Language": "de", "RateCards": [] }""";

    private static string Common(string user, string role) => $$"""
        { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "de" },
        { "name": "Users", "Users": [ { "UserName": "{{user}}", "Email": "", "RoleNames": ["{{role}}"], "Password": "{{Password}}" } ] }
        """;
}

internal static class Answers
{
    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(JsonSerializerOptions.Default))!;

    /// <summary>The problem document, checked to be one of that status.</summary>
    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage answer, System.Net.HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }

    public static string Text(this JsonNode node, string name) => (string)node[name]!;
}
