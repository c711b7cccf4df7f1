using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Reports.Tests;

public class InvoicesOnPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_may_open_invoices_sees_that_for_the_latest_month_of_each_customer(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", []);
        await host.AddCustomerAsync("sued", []);
        foreach (var invoice in new[] { Make.Invoice("nord", 9), Make.Invoice("nord", 10), Make.Invoice("nord", 8) })
            await IssueAsync(host, invoice);

        var page = await host.OverviewAsync("Default");
        Assert.Matches("data-label=\"Last invoice\"><a href=\"/admin/invoices/[0-9a-f-]{36}\">2026-0010</a><span class=\"sub\">€1,190\\.00 gross</span></td>", page);
        Assert.Contains("data-label=\"Last invoice\"><span class=\"muted\">none yet</span></td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-0009", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-0010", await host.OverviewAsync("Default", "buero"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_customer_sees_the_bill_for_the_latest_month(DatabaseEngine engine)
    {
        await using var host = await ReportsHost.StartAsync(engine);
        await host.AddCustomerAsync("nord", ["SmartTracker.Bills"]);
        Assert.Contains("<dt>Last bill</dt><dd>none yet</dd>", await host.OverviewAsync("nord"), StringComparison.Ordinal);

        foreach (var invoice in new[] { Make.Invoice("nord", 10), Make.Invoice("nord", 9) })
            await ReceiveAsync(host, invoice);
        Assert.Matches("<dt>Last bill</dt><dd><a href=\"/nord/bills/[0-9a-f-]{36}\">October 2026</a><span class=\"sub\">2026-0010, €1,190\\.00 gross</span>", await host.OverviewAsync("nord"));
    }

    private static Task IssueAsync(ReportsHost host, InvoiceContent invoice) => host.Host.InTenantAsync("Default", async services =>
    {
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        await services.GetRequiredService<BillingStore>().AddIssuedAsync(
            invoice,
            new InvoiceSeal { InvoiceId = invoice.Id, ContentHash = ContentHash.Of(invoice), Pdf = [1], PdfHash = ContentHash.OfFile([1]) },
            new OutboxEntry { InvoiceId = invoice.Id, CustomerTenant = invoice.CustomerTenant, CreatedAt = ReportsHost.Now, NextAttemptAt = ReportsHost.Now },
            CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    });

    private static Task ReceiveAsync(ReportsHost host, InvoiceContent invoice) => host.Host.InTenantAsync("nord", services =>
        services.GetRequiredService<IInvoiceReceiver>().ReceiveAsync(
            new InvoiceCopy(invoice, ContentHash.Of(invoice), [1], ContentHash.OfFile([1])), CancellationToken.None));
}
