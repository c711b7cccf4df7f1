using System.Net;
using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Closing;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

public partial class BillingPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_operator_looks_at_the_draft_issues_it_and_opens_the_invoice_down_to_its_jobs(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(1_234_567, jobName: "<b>Lageplan</b>.pdf"));
        using var browser = await billing.SignedInAsync("Default", "operator");
        Assert.Contains("No invoices yet", await browser.GetStringAsync("admin/invoices"), StringComparison.Ordinal);

        const string page = "admin/invoices/close?tenant=nordplan&period=2026-10";
        var draft = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        Assert.Contains("€6.18", draft, StringComparison.Ordinal);
        using var answer = await browser.SendFormAsync(page, "admin/invoices/close",
            ("tenant", "nordplan"), ("period", "2026-10"), ("fingerprint", Fingerprint().Match(draft).Groups[1].Value));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var invoice = answer.Headers.Location!.OriginalString.TrimStart('/');
        var text = WebUtility.HtmlDecode(await browser.GetStringAsync(invoice));
        Assert.Contains("Invoice 2026-0001", text, StringComparison.Ordinal);
        Assert.Contains("€5.19", text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Lageplan&lt;/b&gt;.pdf", await browser.GetStringAsync(invoice + "/lines/1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(invoice + "/lines/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"admin/invoices/{Guid.NewGuid()}")).StatusCode);
        using var pdf = await browser.GetAsync(invoice + "/pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Contains("2026-0001", await browser.GetStringAsync("admin/invoices"), StringComparison.Ordinal);
        Assert.Contains("is billed already with 2026-0001", WebUtility.HtmlDecode(await browser.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Contains("Fläche", WebUtility.HtmlDecode(await browser.GetStringAsync("admin/rate-cards")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_job_that_blocks_a_month_is_listed_with_its_reason()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        await billing.StoreAsync("nordplan", Make.Job(jobName: "Schnitt.pdf") with { PageArea = null });
        using var browser = await billing.SignedInAsync("Default", "operator");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("admin/invoices/close?tenant=nordplan&period=2026-10"));

        Assert.Contains("Schnitt.pdf", page, StringComparison.Ordinal);
        Assert.Contains("The printer did not say how large its pages were.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fingerprint", page, StringComparison.Ordinal);
        Assert.Contains("Write a month such as 2026-10", await browser.GetStringAsync("admin/invoices/close?tenant=nordplan&period=October"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bookkeeper_reads_but_does_not_issue()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        await billing.StoreAsync("nordplan", Make.Job());
        using var browser = await billing.SignedInAsync("Default", "buch");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("admin/invoices")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("admin/invoices/close")).StatusCode);
        using var answer = await browser.SendFormAsync("admin/invoices", "admin/invoices/close", ("tenant", "nordplan"), ("period", "2026-10"), ("fingerprint", "x"));
        Assert.IsType<MonthDrafted>(await billing.PreviewAsync("nordplan"));
    }

    [GeneratedRegex("name=\"fingerprint\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Fingerprint();
}
