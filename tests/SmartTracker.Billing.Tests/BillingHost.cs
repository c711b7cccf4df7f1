using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Crediting;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

/// <summary>A provider with two customers on a whole host, on the morning of 2 November 2026. Jobs are stored as Collection stores them.</summary>
internal sealed class BillingHost : IAsyncDisposable
{
    public const string Password = "four words are plenty";
    public static readonly YearMonth October = new(2026, 10);

    private BillingHost(RunningHost host, FakeTimeProvider time) => (Host, Time) = (host, time);

    public RunningHost Host { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<BillingHost> StartAsync(DatabaseEngine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var started = new BillingHost(await RunningHost.StartAsync(engine, time: time), time);
        await started.Host.CreateTenantAsync("Default", Steps("SmartTracker.Billing", $"{Issuer}, {Customers}"));
        foreach (var customer in new[] { "nordplan", "baukontor" })
            await started.Host.CreateTenantAsync(customer, Steps("SmartTracker.Collection\", \"SmartTracker.Bills"));
        return started;
    }

    public Task StoreAsync(string tenant, params PrintJob[] jobs) => Host.InTenantAsync(tenant, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        context.PrintJobs.AddRange(jobs.Select(StoredJob.Row));
        await context.SaveChangesAsync();
    });

    /// <summary>The printer says something else about jobs that are stored already.</summary>
    public Task ChangeAsync(string tenant, params PrintJob[] jobs) => Host.InTenantAsync(tenant, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        foreach (var job in jobs)
            context.Entry(await context.PrintJobs.SingleAsync(row => row.Id == job.Id)).CurrentValues.SetValues(StoredJob.Row(job));
        await context.SaveChangesAsync();
    });

    public Task<MonthClose> IssueAsync(string tenant, string? fingerprint = null, YearMonth? month = null, string? because = null) =>
        Host.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<MonthCloser>().IssueAsync(
            tenant, month ?? October, fingerprint, CancellationToken.None, because is null ? null : new CloseAnyway(because, "operator", Time.Now())));

    public Task<CreditOutcome> CreditAsync(InvoiceContent invoice, string reason = "Wrong month") => Host.InTenantAsync(Tenant.DefaultName, services =>
        services.GetRequiredService<InvoiceCreditor>().CreditAsync(invoice.Id, reason, CancellationToken.None));

    /// <summary>To the morning of the second day of a month.</summary>
    public void GoTo(int year, int month) => Time.SetUtcNow(new DateTimeOffset(year, month, 2, 8, 0, 0, TimeSpan.Zero));

    public Task<MonthClose> PreviewAsync(string tenant, YearMonth? month = null) => Host.InTenantAsync(Tenant.DefaultName, services =>
        services.GetRequiredService<MonthCloser>().PreviewAsync(tenant, month ?? October, CancellationToken.None));

    public Task<IReadOnlyList<Finding>> VerifyAsync(string tenant = Tenant.DefaultName) => Host.InTenantAsync(tenant, async services =>
    {
        var findings = new List<Finding>();
        foreach (var verification in services.GetServices<IVerification>())
            findings.AddRange(await verification.RunAsync(CancellationToken.None));
        return (IReadOnlyList<Finding>)findings;
    });

    /// <summary>Behind the program's back.</summary>
    public Task<int> ExecuteAsync(string sql, string tenant = Tenant.DefaultName) => CommandAsync(sql, tenant, command => command.ExecuteNonQueryAsync());

    public async Task<string> ScalarAsync(string sql, string tenant = Tenant.DefaultName) =>
        (string)(await CommandAsync(sql, tenant, command => command.ExecuteScalarAsync()))!;

    /// <summary>The plan of a recipe step, and with <paramref name="execute"/> its changes.</summary>
    public Task<IReadOnlyList<string>> StepAsync(string step, bool execute = false) => Host.InTenantAsync(Tenant.DefaultName, async services =>
    {
        var json = JsonNode.Parse(step)!.AsObject();
        var known = services.GetServices<IRecipeStep>().Single(s => s.Name == json["name"]!.ToString());
        var plan = await known.PlanAsync(json, CancellationToken.None);
        if (execute)
            await known.ExecuteAsync(json, CancellationToken.None);
        return plan;
    });

    public async Task<HttpClient> SignedInAsync(string tenant, string user)
    {
        var browser = Host.Browser(tenant);
        using var answer = await browser.SendFormAsync("login", "login", ("UserName", user), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static string Issuer => """
        { "name": "Issuer", "LegalName": "Plotservice Hansa GmbH", "AddressLines": ["Kaiserkai 1", "20457 Hamburg"], "VatId": "DE987654321",
          "Email": "rechnung@plotservice.example", "BankName": "Hansebank", "Iban": "DE02 1203 0000 0000 2020 51", "DueDays": 14, "VatRate": "19" }
        """;

    public static string Customers => """
        { "name": "BillingCustomers", "Customers": [
          { "Tenant": "nordplan", "LegalName": "Nordplan Architekten", "AddressLines": ["Hafenstraße 12", "20457 Hamburg"], "VatId": "DE123456789", "Language": "de",
            "RateCards": [{ "Name": "Fläche", "ValidFrom": "2026-01-01", "Currency": "EUR", "Rates": [{ "Measure": "PageArea", "UnitPrice": "4.20" }] }] },
          { "Tenant": "baukontor", "LegalName": "Baukontor", "AddressLines": ["Werftweg 3"], "Language": "en", "DueDays": 30, "VatRate": "7",
            "RateCards": [{ "Name": "Pages", "ValidFrom": "2026-01-01", "Currency": "EUR", "Rates": [{ "Measure": "Pages", "UnitPrice": "0.35" }] }] } ] }
        """;

    private Task<T> CommandAsync<T>(string sql, string tenant, Func<DbCommand, Task<T>> run) => Host.InTenantAsync(tenant, async services =>
    {
        var connection = services.GetRequiredService<ITenantDatabase>().Connection;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await run(command);
    });

    private static string Steps(string features, string moreSteps = "") => $$"""
        [
          { "name": "feature", "enable": ["{{features}}"] },
          { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "en" },
          { "name": "Users", "Users": [
            { "UserName": "operator", "Email": "", "RoleNames": ["{{(moreSteps.Length > 0 ? "Operator" : "Administrator")}}"], "Password": "{{Password}}" },
            { "UserName": "buch", "Email": "", "RoleNames": ["Bookkeeper"], "Password": "{{Password}}" },
            { "UserName": "kunde", "Email": "", "RoleNames": ["Customer"], "Password": "{{Password}}" } ] }
          {{(moreSteps.Length == 0 ? "" : "," + moreSteps)}}
        ]
        """;
}
