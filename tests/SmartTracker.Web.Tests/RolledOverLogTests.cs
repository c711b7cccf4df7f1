using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

/// <summary>A printer forgot jobs before they were read: nobody closes that month without a word.</summary>
public sealed class RolledOverLogTests
{
    private const string Customer = "nordplan";

    private static readonly YearMonth October = new(2026, 10);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_month_in_which_a_list_rolled_over_is_closed_after_somebody_decided(DatabaseEngine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 31, 20, 0, 0, TimeSpan.Zero));
        await using var fleet = await SimulatedFleet.StartAsync(FleetPlan.Create(3, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.Utc,
            Printers = [new PrinterSpecification(Customer, "Plotter EG", "HP DesignJet T2600 MFP", Trade.Architects, 914, 12, 0)],
        }), time, CancellationToken.None);
        var printer = fleet.Printers[0];
        await using var host = await StartAsync(engine, time, printer);
        Assert.Equal(12, Assert.Single(await CollectAsync(host)).NewJobs);

        printer.Remember(3);
        var pattern = printer.Plan.Jobs.First(job => job is { JobStatus: "Completed", PrintedPages: > 0, InkCubicCentimetres: not null });
        for (var i = 0; i < 5; i++)
            printer.Add(pattern with { Uuid = Guid.CreateVersion7(), JobUuid = Guid.CreateVersion7(), CompletedAt = time.GetUtcNow().AddHours(1) });
        time.SetUtcNow(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(3, Assert.Single(await CollectAsync(host)).NewJobs);

        var refused = Assert.IsType<MonthQuestioned>(await IssueAsync(host));
        Assert.Equal([OpenQuestionKind.PrinterGap], refused.Questions.Select(question => question.Kind));

        await host.InTenantAsync(Customer, async services =>
        {
            var gap = Assert.Single(await services.GetRequiredService<GapStore>().OpenAsync(CancellationToken.None));
            Assert.True(await services.GetRequiredService<GapDeciding>().DecideAsync(gap.Id, GapVerdict.Waived, "Two sheets, not worth the search", "admin", CancellationToken.None));
        });
        Assert.IsType<MonthIssued>(await IssueAsync(host));
    }

    private static Task<MonthClose> IssueAsync(RunningHost host) => host.InTenantAsync(Tenant.DefaultName, services =>
        services.GetRequiredService<MonthCloser>().IssueAsync(Customer, October, null, CancellationToken.None));

    private static Task<IReadOnlyList<CollectionOutcome>> CollectAsync(RunningHost host) => host.InTenantAsync(Customer, services =>
        services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, FakeTimeProvider time, SimulatedPrinter printer)
    {
        var host = await RunningHost.StartAsync(engine, new Dictionary<string, string?> { ["SmartTracker:Network:Allow:0"] = $"127.0.0.1:{printer.Address.Port}" }, time);
        await host.CreateTenantAsync(Tenant.DefaultName, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Billing"] },
              { "name": "settings", "TimeZoneId": "Etc/UTC", "Currency": "EUR", "Culture": "de" },
              { "name": "Issuer", "LegalName": "Plotservice Hansa GmbH", "AddressLines": ["Kaiserkai 1", "20457 Hamburg"], "VatId": "DE987654321",
                "Email": "rechnung@plotservice.example", "BankName": "Hansebank", "Iban": "DE02 1203 0000 0000 2020 51", "DueDays": 14, "VatRate": "19" },
              { "name": "BillingCustomers", "Customers": [
                { "Tenant": "{{Customer}}", "LegalName": "Nordplan Architekten", "AddressLines": ["Hafenstraße 12", "20457 Hamburg"], "VatId": "DE123456789", "Language": "de",
                  "RateCards": [{ "Name": "Fläche", "ValidFrom": "2020-01-01", "Currency": "EUR", "Rates": [{ "Measure": "PageArea", "UnitPrice": "4.20" }] }] } ] }
            ]
            """);
        await host.CreateTenantAsync(Customer, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Collection", "SmartTracker.Bills"] },
              { "name": "settings", "TimeZoneId": "Etc/UTC", "Currency": "EUR", "Culture": "de" },
              { "name": "Printers", "Printers": [{ "Name": "Plotter EG", "Address": "{{printer.Address}}", "AdminPassword": "{{printer.Plan.AdminPassword}}" }] }
            ]
            """);
        return host;
    }
}
