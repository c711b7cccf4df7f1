using System.Net;
using System.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Bills.Tests;

public class BillPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_customer_opens_a_bill_down_to_the_price_steps_of_a_job(DatabaseEngine engine)
    {
        await using var bills = await BillsHost.StartAsync(engine);
        using var browser = await bills.SignedInAsync();
        Assert.Contains("No bill yet", await browser.GetStringAsync("bills"), StringComparison.Ordinal);
        var bill = Make.Bill();
        await bills.ReceiveAsync(Make.Copy(bill));

        Assert.Contains("2026-0007", await browser.GetStringAsync("bills"), StringComparison.Ordinal);
        var sheet = WebUtility.HtmlDecode(await browser.GetStringAsync($"bills/{bill.Id}"));
        foreach (var expected in new[] { "Bill for October 2026", "Plotservice Hansa GmbH charges €6.18", "16 Nov 2026", "Plotter EG, Coated 130 g", "1.234567\u00a0m²", "€4.20", "€5.19", "€0.99", "DE02 1203" })
            Assert.Contains(expected, sheet, StringComparison.Ordinal);
        Assert.Contains("5.185181", await browser.GetStringAsync($"bills/{bill.Id}/lines/1"), StringComparison.Ordinal);
        Assert.Contains("Fehldruck.pdf", await browser.GetStringAsync($"bills/{bill.Id}/lines/0"), StringComparison.Ordinal);
        var steps = WebUtility.HtmlDecode(await browser.GetStringAsync($"bills/{bill.Id}/jobs/{bill.Jobs[0].PrintJobId}"));
        foreach (var expected in new[] { "Page area", "5.1851814", "Rounding", "\u22120.0000004", "5.185181", "not reported" })
            Assert.Contains(expected, steps, StringComparison.Ordinal);
        Assert.Contains("Stopped by the device", await browser.GetStringAsync($"bills/{bill.Id}/jobs/{bill.Jobs[1].PrintJobId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pdf_is_what_was_received_and_named_after_the_bill()
    {
        await using var bills = await BillsHost.StartAsync(DatabaseEngine.Sqlite);
        var bill = Make.Bill();
        await bills.ReceiveAsync(Make.Copy(bill));
        using var browser = await bills.SignedInAsync();

        using var pdf = await browser.GetAsync($"bills/{bill.Id}/pdf");

        Assert.Equal(Make.Pdf, await pdf.Content.ReadAsByteArrayAsync());
        Assert.Equal("Bill 2026-0007.pdf", pdf.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task The_jobs_download_in_german_with_semicolons()
    {
        await using var bills = await BillsHost.StartAsync(DatabaseEngine.Sqlite, "de");
        var bill = Make.Bill();
        await bills.ReceiveAsync(Make.Copy(bill));
        using var browser = await bills.SignedInAsync();

        using var csv = await browser.GetAsync($"bills/{bill.Id}/csv");
        var text = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync());

        Assert.Equal("Rechnung 2026-0007.csv", csv.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.StartsWith("\ufeffRechnung;Position;", text, StringComparison.Ordinal);
        Assert.Contains(";5,185181;EUR;;\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Seitenfläche", WebUtility.HtmlDecode(await browser.GetStringAsync($"bills/{bill.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenants_bill_and_an_unknown_one_are_not_found()
    {
        await using var bills = await BillsHost.StartAsync(DatabaseEngine.Sqlite);
        var bill = Make.Bill();
        await bills.ReceiveAsync(Make.Copy(bill));
        using var browser = await bills.SignedInAsync("baukontor");
        using var own = await bills.SignedInAsync();

        foreach (var path in new[] { "", "/pdf", "/csv", "/lines/1", $"/jobs/{bill.Jobs[0].PrintJobId}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"bills/{bill.Id}{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"bills/{bill.Id}{path}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"bills/{bill.Id}/lines/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"bills/{bill.Id}/jobs/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_bill()
    {
        await using var bills = await BillsHost.StartAsync(DatabaseEngine.Sqlite);
        using var browser = bills.Host.Browser("nordplan");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("bills")).StatusCode);
    }
}
