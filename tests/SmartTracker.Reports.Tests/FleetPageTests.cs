using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Fleet;
using SmartTracker.TestHost;

namespace SmartTracker.Reports.Tests;

public class FleetPageTests
{
    [Fact]
    public async Task Without_customers_the_provider_is_told_to_create_one()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        Assert.Contains("<h2>No customers yet</h2>", await host.OverviewAsync("Default"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_provider_sees_each_customer_with_its_figures(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", Make.Collecting, "de", Make.TwoPrinters);
        await host.AddCustomerAsync("sued", []);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 1234), Make.Job(11, 3, 9, 0.5m), Make.Job(10, 31, 9, 7));
        await host.ContactAsync("nord", "Plotter OG", (connections, printer) =>
            connections.FailedAsync(printer, new PrinterProblem("PasswordRefused"), null, ReportsHost.Now, CancellationToken.None));
        await host.ContactAsync("nord", "Plotter EG", (connections, printer) =>
            connections.AnsweredAsync(printer, Make.Answer, ReportsHost.Now, CancellationToken.None));

        var page = await host.OverviewAsync("Default");
        var nord = Row(page, "nord");
        Assert.Contains("""<a class="name-link" href="/nord/admin">nord</a>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Attention"><span class="state warn"><span>silent printers</span>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Printers">2<span class="sub">1 printer not read</span></td>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Jobs in Nov">2<span class="sub">Oct: 1</span></td>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Area in Nov">1,234.50 m²<span class="sub">Oct: 7.00 m²</span></td>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Not billed"><a href="/admin/invoices/close?tenant=nord&period=2026-10">October 2026</a><span class="sub">1 job</span></td>""", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Last heard from">22 Nov 2026, 17:20</td>""", nord, StringComparison.Ordinal);

        var sued = Row(page, "sued");
        Assert.Contains("""data-label="Printers"><span class="muted">not used</span>""", sued, StringComparison.Ordinal);
        Assert.Contains("""<span class="figure">1,235<small>m²</small></span>""", page, StringComparison.Ordinal);
        Assert.Contains("One customer has a printer or a price that needs attention.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_whose_database_is_broken_is_shown_as_such_and_the_others_go_on()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.AddCustomerAsync("sued", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.Host.InTenantAsync("nord", async services =>
        {
            var database = (ITenantDatabase)services.GetService(typeof(ITenantDatabase))!;
            await using var transaction = await database.BeginAsync(CancellationToken.None);
            await using var command = database.Connection.CreateCommand();
            command.Transaction = database.CurrentTransaction;
            command.CommandText = "ALTER TABLE print_jobs RENAME TO lost";
            await command.ExecuteNonQueryAsync();
            await transaction.CommitAsync(CancellationToken.None);
        });

        var page = await host.OverviewAsync("Default");
        Assert.Contains("<span>Did not answer</span>", Row(page, "nord"), StringComparison.Ordinal);
        Assert.Contains("<span>Running</span>", Row(page, "sued"), StringComparison.Ordinal);
        Assert.Contains("""data-label="Printers">2</td>""", Row(page, "sued"), StringComparison.Ordinal);
        Assert.Contains("One customer could not be read; the log has the reason.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_that_is_switched_off_is_not_asked()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting);
        await host.Host.Tenants.DisableAsync("nord", CancellationToken.None);
        var nord = Row(await host.OverviewAsync("Default"), "nord");
        Assert.Contains("<span>Switched off</span>", nord, StringComparison.Ordinal);
        Assert.Contains("""data-label="Jobs in Nov"><span class="muted">not read</span>""", nord, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_are_searched_and_ordered()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting);
        await host.AddCustomerAsync("sued", Make.Collecting);
        await host.AddCustomerAsync("west", []);
        await host.StoreAsync("sued", Make.Job(11, 2, 9, 12));
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 3), Make.Job(11, 3, 9, 3));

        Assert.Equal(["nord", "sued", "west"], Customers(await host.OverviewAsync("Default")));
        Assert.Equal(["sued", "nord", "west"], Customers(await host.OverviewAsync("Default", query: "?sort=-area")));
        Assert.Equal(["nord", "sued", "west"], Customers(await host.OverviewAsync("Default", query: "?sort=-jobs")));
        Assert.Equal(["sued", "nord", "west"], Customers(await host.OverviewAsync("Default", query: "?sort=jobs")));
        var found = await host.OverviewAsync("Default", query: "?q=SUE&sort=-area");
        Assert.Equal(["sued"], Customers(found));
        Assert.Contains("""aria-sort="descending"><a class="sort" href="/admin?q=SUE&sort=area">Area in Nov""", found, StringComparison.Ordinal);
        Assert.Contains("No customer fits this search", await host.OverviewAsync("Default", query: "?q=ost"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_sees_nothing_of_another()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting);
        await host.AddCustomerAsync("sued", Make.Collecting);
        Assert.DoesNotContain("sued", await host.OverviewAsync("nord"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Host.InTenantAsync("nord", services =>
            services.GetRequiredService<FleetReader>().ReadAsync(null, CancellationToken.None)));
    }

    private static string Row(string page, string customer)
    {
        var start = page.LastIndexOf("<tr role=\"row\">", page.IndexOf($"/{customer}</span>", StringComparison.Ordinal), StringComparison.Ordinal);
        return page[start..page.IndexOf("</tr>", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Customers(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "<a class=\"name-link\" href=\"/[a-z]+/admin\">([a-z]+)</a>").Select(row => row.Groups[1].Value);
}
