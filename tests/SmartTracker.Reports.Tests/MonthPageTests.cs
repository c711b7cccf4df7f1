using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Reports.Tests;

public class MonthPageTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_running_month_is_compared_with_the_same_days_of_the_month_before(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.StoreAsync("nord",
            Make.Job(11, 1, 0, 2), Make.Job(11, 22, 9, 4),
            Make.Job(10, 1, 0, 1), Make.Job(10, 22, 17, 3), Make.Job(10, 22, 18, 50), Make.Job(10, 31, 23, 50));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("<h1>November 2026 so far</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>1–22 Nov 2026</dd>", page, StringComparison.Ordinal);
        Assert.Contains("""<dt>Media area</dt><dd><span class="figure">6.00<small>m²</small></span><span class="delta sub"><b>+50 %</b>against 1–22 Oct, 17:20</span>""", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="figure">2</span><span class="delta sub">as on 1–22 Oct, 17:20</span>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_months_are_drawn_wide_and_narrow_and_told_as_a_table()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 12.5m), Make.Job(10, 31, 23, 4), Make.Job(1, 1, 0, 1));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("""<tr><th scope="row">November 2026, not over</th><td class="num">12.50 m²</td></tr>""", page, StringComparison.Ordinal);
        Assert.Contains("""<tr><th scope="row">October 2026</th><td class="num">4.00 m²</td></tr>""", page, StringComparison.Ordinal);
        Assert.Contains("""<tr><th scope="row">January 2026</th><td class="num">1.00 m²</td></tr>""", page, StringComparison.Ordinal);
        Assert.Contains("""<tr><th scope="row">December 2025</th>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("November 2025", page, StringComparison.Ordinal);
        Assert.Contains("""<svg class="at-wide" viewBox="0 0 600 300" role="img" aria-label="Media area in square metres per month, December 2025 to November 2026. Highest: November 2026 with 12.50 m². November 2026 so far: 12.50 m².">""", page, StringComparison.Ordinal);
        Assert.Contains("""<svg class="at-narrow" viewBox="0 0 320 190" role="img" """, page, StringComparison.Ordinal);
        Assert.Contains("""fill="url(#hatch-area-wide)" """, page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_printer_reported_is_a_word()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, squareMetres: null, millilitres: null));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("""<dt>Ink</dt><dd><span class="figure">none reported</span>""", page, StringComparison.Ordinal);
        Assert.Contains("""November 2026, not over</th><td class="num">none reported</td>""", page, StringComparison.Ordinal);
        Assert.Contains("Media area in square metres per month, December 2025 to November 2026: nothing reported.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_still_printing_is_not_counted()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 3), Make.Job(11, 3, 9, 50, status: PrintJobStatus.Pending));
        Assert.Contains("""November 2026, not over</th><td class="num">3.00 m²</td>""", await host.OverviewAsync("nord"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Usage_is_told_apart_by_printer_media_and_user_and_leads_to_the_jobs(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", Make.Rating, moreSteps: Make.TwoPrinters + "," + Make.TwoEurosPerSquareMetre);
        await host.StoreAsync("nord",
            Make.Job(11, 2, 9, 10, user: "a=b&c"), Make.Job(11, 3, 9, 30, user: "a=b&c", media: "Vellum"), Make.Job(11, 4, 9, squareMetres: null, user: null),
            Make.Job(10, 4, 9, 70, user: "old"));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("""<a href="/nord/admin/print-jobs?month=2026-11&media=Vellum">Vellum</a>""", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/nord/admin/print-jobs?month=2026-11&user=a%3Db%26c">a=b&c</a>""", page, StringComparison.Ordinal);
        Assert.Contains("""</svg></th><td class="num">2</td><td class="num">40.00 m²</td><td class="num">€80.00</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/nord/admin/print-jobs?month=2026-11&unsaid=User">not reported</a></th><td class="num">1</td><td class="num">not reported</td><td class="num">unrated</td>""", page, StringComparison.Ordinal);
        Assert.Contains("1 job of this month carries no user", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">old</a>", page, StringComparison.Ordinal);
        Assert.Contains(">old</a>", await host.OverviewAsync("nord", query: "?span=before"), StringComparison.Ordinal);
        Assert.Contains("from=2025-12-01&to=2026-11-30&user=old", await host.OverviewAsync("nord", query: "?span=year"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_German()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, "de", Make.TwoPrinters);
        await host.StoreAsync("nord", Make.Job(11, 2, 9, 1234.5m), Make.Job(10, 2, 9, 1000));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("<h1>November 2026 bisher</h1>", page, StringComparison.Ordinal);
        Assert.Contains("01.–22.11.2026", page, StringComparison.Ordinal);
        Assert.Contains("<b>+23,5 %</b>gegenüber 01.–22.10., 17:20", page, StringComparison.Ordinal);
        Assert.Contains("""<td class="num">1.234,50 m²</td>""", page, StringComparison.Ordinal);
        Assert.Matches("<rect class=\"f3\" x=\"\\d+(\\.\\d)?\" y=\"\\d+(\\.\\d)?\" ", page);
    }

    [Fact]
    public async Task Without_printers_the_page_says_to_add_one()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting);
        var page = await host.OverviewAsync("nord");
        Assert.Contains("<h2>No printers yet</h2>", page, StringComparison.Ordinal);
        Assert.Contains("""href="/nord/admin/printers/new">Add printer</a>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg class=\"at-wide\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_jobs_the_page_says_to_print_a_sheet_and_which_printer_waits()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        var page = await host.OverviewAsync("nord");
        Assert.Contains("<h2>No job in the last twelve months</h2>", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/nord/admin/printers">2 printers have not been read yet</a>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_collection_the_page_says_that_nothing_is_collected()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", []);
        Assert.Contains("<h2>Nothing is collected here</h2>", await host.OverviewAsync("nord"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printer_with_a_problem_is_named_with_what_to_do()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting, moreSteps: Make.TwoPrinters);
        await host.ContactAsync("nord", "Plotter EG", (connections, printer) =>
            connections.AnsweredAsync(printer, Make.Answer, ReportsHost.Now, CancellationToken.None));
        await host.ContactAsync("nord", "Plotter OG", (connections, printer) =>
            connections.FailedAsync(printer, new PrinterProblem("PasswordRefused"), null, ReportsHost.Now, CancellationToken.None));

        var page = await host.OverviewAsync("nord");
        Assert.Contains("One thing needs attention.", page, StringComparison.Ordinal);
        Assert.Matches("<a href=\"/nord/admin/printers/[0-9a-f-]{36}\">Plotter OG could not be read</a><span class=\"sub\">The printer refused the stored password\\.", page);
        Assert.Contains("22 Nov 2026, 17:20<span class=\"sub\">1 of 2 printers answered</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_see_reports_opens_the_page_and_finds_it_in_the_menu()
    {
        await using var host = await ReportsHost.StartAsync(DatabaseEngine.Sqlite);
        await host.AddCustomerAsync("nord", Make.Collecting);
        Assert.Contains("""<a href="/nord/admin" aria-current="page">Overview</a>""", (await host.OverviewAsync("nord", "buch")).Replace(" data-go=\"o\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var customer = await host.SignedInAsync("nord", "kunde");
        using var refused = await customer.GetAsync("admin");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
