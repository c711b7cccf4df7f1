using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Closing;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests.RealPrinter;

/// <summary>The whole way from a printer that is not ours to the invoice.</summary>
public sealed class RealIppPrinterTests
{
    private const string Customer = "nordplan";

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "ipps")]
    [InlineData(DatabaseEngine.Postgres, "ipp")]
    public async Task Three_documents_sent_to_ippeveprinter_are_collected_rated_and_billed(DatabaseEngine engine, string scheme)
    {
        await using var printer = await IppEvePrinter.StartAsync();
        await printer.PrintAsync("Grundriß EG", "a.brandt", pages: 2, copies: 1);
        await printer.PrintAsync("Schnitt A–A", "j.petersen", pages: 3, copies: 2);
        await printer.PrintAsync("Lageplan", "a.brandt", pages: 5, copies: 1);
        await printer.PrintedAsync(jobs: 3);

        // The printer's clock is the machine's; ours stands still until the month is over.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(engine, time, printer.Port, $"{scheme}://127.0.0.1:{printer.Port}");
        var outcome = Assert.Single(await CollectAsync(host));
        Assert.Equal((CollectionResult.Complete, 3), (outcome.Result, outcome.NewJobs));
        Assert.Equal((0, 0, 3), (await CollectAsync(host)) is [var again] ? (again.NewJobs, again.ChangedJobs, again.UnchangedJobs) : default);

        var jobs = await host.InTenantAsync(Customer, services => Task.FromResult(services.GetRequiredService<CollectionDbContext>().PrintJobs.OrderBy(job => job.Impressions).ToList()));
        Assert.Equal([("Grundriß EG", 2), ("Lageplan", 5), ("Schnitt A–A", 6)], jobs.Select(job => (job.JobName, job.Impressions!.Value)));
        Assert.All(jobs, job => Assert.Equal((210L * 297 * job.Impressions, null), (job.PageAreaMm2, job.InkNl)));

        var month = jobs[0].AccountedAt.InUtc().Date.ToYearMonth();
        time.SetUtcNow(month.ToDateInterval().End.PlusDays(2).AtMidnight().InUtc().ToDateTimeOffset());
        // Only a printer that was asked after the month leaves no question open.
        Assert.Equal(CollectionResult.Complete, Assert.Single(await CollectAsync(host)).Result);
        var closed = await host.InTenantAsync(Tenant.DefaultName, services =>
            services.GetRequiredService<MonthCloser>().IssueAsync(Customer, month, null, CancellationToken.None));
        var issued = Assert.IsType<MonthIssued>(closed);

        // 13 pages at 0.35, and 13 times 0.06237 m² at 4.20.
        Assert.Equal(7_960_000, issued.Invoice.NetMicros);
        Assert.Equal(jobs.Select(job => job.Id.Value).Order(), issued.Invoice.Jobs.Select(job => job.PrintJobId.Value).Order());
        Assert.True(issued.Delivered);
        foreach (var tenant in new[] { Tenant.DefaultName, Customer })
            Assert.Empty(await VerifyAsync(host, tenant));
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, FakeTimeProvider time, int port, string address)
    {
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?> { ["SmartTracker:Network:Allow:0"] = $"127.0.0.1:{port}" }, time);
        await host.CreateTenantAsync(Tenant.DefaultName, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Billing"] },
              { "name": "settings", "TimeZoneId": "Etc/UTC", "Currency": "EUR", "Culture": "de" },
              { "name": "Issuer", "LegalName": "Plotservice Hansa GmbH", "AddressLines": ["Kaiserkai 1", "20457 Hamburg"], "VatId": "DE987654321",
                "Email": "rechnung@plotservice.example", "BankName": "Hansebank", "Iban": "DE02 1203 0000 0000 2020 51", "DueDays": 14, "VatRate": "19" },
              { "name": "BillingCustomers", "Customers": [
                { "Tenant": "{{Customer}}", "LegalName": "Nordplan Architekten", "AddressLines": ["Hafenstraße 12", "20457 Hamburg"], "VatId": "DE123456789", "Language": "de",
                  "RateCards": [{ "Name": "Seiten und Fläche", "ValidFrom": "2020-01-01", "Currency": "EUR",
                    "Rates": [{ "Measure": "PageArea", "UnitPrice": "4.20" }, { "Measure": "Pages", "UnitPrice": "0.35" }] }] } ] }
            ]
            """);
        await host.CreateTenantAsync(Customer, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Collection", "SmartTracker.Bills"] },
              { "name": "settings", "TimeZoneId": "Etc/UTC", "Currency": "EUR", "Culture": "de" },
              { "name": "Printers", "Printers": [{ "Name": "Plotter EG", "Address": "{{address}}", "Protocol": "ipp" }] }
            ]
            """);
        return host;
    }

    private static Task<IReadOnlyList<CollectionOutcome>> CollectAsync(RunningHost host) => host.InTenantAsync(Customer, services =>
        services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));

    private static Task<List<Finding>> VerifyAsync(RunningHost host, string tenant) => host.InTenantAsync(tenant, async services =>
    {
        var findings = new List<Finding>();
        foreach (var verification in services.GetServices<IVerification>())
            findings.AddRange(await verification.RunAsync(CancellationToken.None));
        return findings;
    });
}
