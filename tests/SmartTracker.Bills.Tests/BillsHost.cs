using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Bills.Tests;

/// <summary>Two tenants that receive bills, on a whole host.</summary>
internal sealed class BillsHost : IAsyncDisposable
{
    private const string Password = "four words are plenty";

    private BillsHost(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public static async Task<BillsHost> StartAsync(DatabaseEngine engine, string culture = "en")
    {
        var started = new BillsHost(await RunningHost.StartAsync(engine));
        await started.Host.CreateTenantAsync("Default");
        foreach (var name in new[] { "nordplan", "baukontor" })
        {
            await started.Host.CreateTenantAsync(name, $$"""
                [
                  { "name": "feature", "enable": ["SmartTracker.Bills"] },
                  { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "{{culture}}" },
                  { "name": "Users", "Users": [{ "UserName": "kunde", "Email": "", "RoleNames": ["Customer"], "Password": "{{Password}}" }] }
                ]
                """);
        }

        return started;
    }

    public Task<CopyReceived> ReceiveAsync(InvoiceCopy copy, string tenant = "nordplan") => Host.InTenantAsync(tenant, services =>
        services.GetRequiredService<IInvoiceReceiver>().ReceiveAsync(copy, CancellationToken.None));

    public Task<IReadOnlyList<Finding>> VerifyAsync() => Host.InTenantAsync("nordplan", async services =>
    {
        var findings = new List<Finding>();
        foreach (var verification in services.GetServices<IVerification>())
            findings.AddRange(await verification.RunAsync(CancellationToken.None));
        return (IReadOnlyList<Finding>)findings;
    });

    public Task ExecuteAsync(string sql) => Host.InTenantAsync("nordplan", async services =>
    {
        var connection = services.GetRequiredService<ITenantDatabase>().Connection;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    });

    public async Task<HttpClient> SignedInAsync(string tenant = "nordplan")
    {
        var browser = Host.Browser(tenant);
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", "kunde"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
