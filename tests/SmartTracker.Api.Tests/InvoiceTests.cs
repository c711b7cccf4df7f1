using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Delivery;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

public sealed class InvoiceTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_provider_prices_issues_and_credits_and_the_customer_reads_its_own_bills(DatabaseEngine engine)
    {
        await using var host = await ApiHosts.FreshAsync(engine);
        using var provider = await host.ClientAsync(Tenant.DefaultName, "Operator");
        using var customer = await host.ClientAsync(ApiHost.Nord, "Customer");
        await PrintAsync(host);
        await SetRateCardAsync(provider);
        var issued = await IssueAsync(host, provider, customer);
        await ReadInvoiceAsync(provider, issued);

        using var stranger = await host.ClientAsync(ApiHost.Sued, "Customer");
        await ReadBillAsync(customer, stranger, issued);
        await CreditAsync(provider, customer, issued);
    }

    private static async Task PrintAsync(ApiHost host)
    {
        using var client = await host.ClientAsync(ApiHost.Nord);
        await client.CreateAsync("printers", Requests.Printer("Rechnung", "SN-BILL"));
        await client.ImportAsync(Requests.Job("SN-BILL", "1", 5), Requests.Job("SN-BILL", "2", 6));
    }

    private static async Task SetRateCardAsync(HttpClient provider)
    {
        var card = new { tenant = ApiHost.Nord, name = "Fläche", validFrom = "2026-01-01", currency = "EUR", rates = new[] { new { measure = "mediaArea", unitPrice = "5" } } };
        var created = await provider.PostAsJsonAsync("rate-cards", card);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("Fläche", (await (await provider.GetAsync(created.Headers.Location)).JsonAsync()).Text("name"));
        Assert.Equal(ApiHost.Nord, Assert.Single((await provider.ReadAsync("rate-cards?tenant=" + ApiHost.Nord)).Items())!.Text("tenant"));
        Assert.Equal(["currency", "name", "tenant", "validFrom"], (await (await provider.PostAsJsonAsync("rate-cards", new { })).FieldErrorsAsync()).Names());
        Assert.Equal(["tenant"], (await (await provider.PostAsJsonAsync("rate-cards", card with { tenant = "nobody" })).FieldErrorsAsync()).Names());
        await (await provider.GetAsync($"rate-cards/{ApiHost.Nord}/2026-01-02")).ProblemAsync(HttpStatusCode.NotFound);
    }

    private static async Task<string> IssueAsync(ApiHost host, HttpClient provider, HttpClient customer)
    {
        Assert.Equal(["period"], (await (await provider.GetAsync("invoices/drafts?period=October")).FieldErrorsAsync()).Names());
        var drafts = (await provider.ReadAsync("invoices/drafts?period=2026-10")).Items().Select(draft => draft!.AsObject()).ToDictionary(draft => draft.Text("tenant"));
        Assert.Equal("empty", drafts[ApiHost.Sued].Text("state"));
        var draft = drafts[ApiHost.Nord];
        // Nobody has ever read the printer whose jobs were imported, so the month may be incomplete.
        Assert.Equal(("questioned", "11.9"), (draft.Text("state"), draft["gross"]!.Text("amount")));
        Assert.NotEmpty(draft["questions"]!.AsArray());
        var path = "invoices/" + draft.Text("id");
        Assert.Equal(draft.ToJsonString(), (await provider.ReadAsync(path + "/draft")).ToJsonString());
        await (await provider.GetAsync($"invoices/{Guid.NewGuid()}/draft")).ProblemAsync(HttpStatusCode.NotFound);
        await (await provider.PostAsJsonAsync($"invoices/{Guid.NewGuid()}/issue", new { })).ProblemAsync(HttpStatusCode.NotFound);
        await (await provider.PostAsJsonAsync($"invoices/{drafts[ApiHost.Sued].Text("id")}/issue", new { })).ProblemAsync(HttpStatusCode.Conflict);
        await (await provider.PostAsJsonAsync(path + "/issue", new { fingerprint = "another draft" })).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(["reason"], (await (await provider.PostAsJsonAsync(path + "/issue", new { reason = new string('x', 501) })).FieldErrorsAsync()).Names());

        await (await provider.PostAsJsonAsync(path + "/issue", new { fingerprint = draft.Text("fingerprint") })).ProblemAsync(HttpStatusCode.Conflict);
        var confirmation = new { fingerprint = draft.Text("fingerprint"), reason = "All jobs of October were imported." };
        var issued = await provider.CreateAsync(path + "/issue", confirmation, "october-nord");
        Assert.Equal(("invoice", "2026-0001"), (issued.Text("kind"), issued.Text("number")));

        // Under an idempotency key all is one transaction, and what is not committed must not be in the customer's tenant; the outbox brings it.
        Assert.Empty((await customer.ReadAsync("bills")).Items());
        await host.Running.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<InvoiceDelivery>().DeliverDueAsync(CancellationToken.None));

        using var again = await provider.PostAsync(path + "/issue", confirmation, "october-nord");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(issued.ToJsonString(), (await again.JsonAsync()).ToJsonString());
        using var later = await provider.PostAsJsonAsync(path + "/issue", confirmation);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(issued.Text("id"), (await later.JsonAsync()).Text("id"));
        Assert.Equal(("billed", issued.Text("id")), ((await provider.ReadAsync(path + "/draft")).Text("state"), (await provider.ReadAsync(path + "/draft")).Text("invoiceId")));
        return issued.Text("id");
    }

    private static async Task ReadInvoiceAsync(HttpClient provider, string id)
    {
        Assert.Equal(id, Assert.Single((await provider.ReadAsync($"invoices?tenant={ApiHost.Nord}&period=2026-10")).Items())!.Text("id"));
        Assert.Empty((await provider.ReadAsync("invoices?period=2026-09")).Items());
        Assert.Equal(2, (int)(await provider.ReadAsync("invoices/" + id))["lines"]![0]!["jobCount"]!);
        Assert.Equal(2, (await provider.ReadAsync($"invoices/{id}/lines/1/jobs")).Items().Count);
        await (await provider.GetAsync($"invoices/{id}/lines/9/jobs")).ProblemAsync(HttpStatusCode.NotFound);
        await (await provider.GetAsync($"invoices/{Guid.NewGuid()}")).ProblemAsync(HttpStatusCode.NotFound);
        await (await provider.GetAsync($"invoices/{Guid.NewGuid()}.pdf")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("%PDF"u8.ToArray(), (await provider.GetByteArrayAsync($"invoices/{id}.pdf"))[..4]);
    }

    private static async Task ReadBillAsync(HttpClient customer, HttpClient stranger, string id)
    {
        Assert.Equal(id, Assert.Single((await customer.ReadAsync("bills")).Items())!.Text("id"));
        Assert.Equal("11.9", (await customer.ReadAsync("bills/" + id))["gross"]!.Text("amount"));
        var job = (await customer.ReadAsync($"bills/{id}/lines/1/jobs?limit=1")).Items()[0]!;
        Assert.Equal("5", job["amount"]!.Text("amount"));
        Assert.Equal("%PDF"u8.ToArray(), (await customer.GetByteArrayAsync($"bills/{id}.pdf"))[..4]);
        Assert.Contains("Plan 1.pdf", await customer.GetStringAsync($"bills/{id}.csv"), StringComparison.Ordinal);

        Assert.Empty((await stranger.ReadAsync("bills")).Items());
        foreach (var path in new[] { $"bills/{id}", $"bills/{id}.pdf", $"bills/{id}.csv", $"bills/{id}/lines/1/jobs" })
            await (await stranger.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);
        foreach (var path in new[] { "printers", "print-jobs", "cost-rules", $"print-jobs/{job.Text("printJobId")}" })
            await (await customer.GetAsync(path)).ProblemAsync(HttpStatusCode.Forbidden);
        foreach (var path in new[] { "invoices", "rate-cards", "tenants" })
            await (await customer.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);
    }

    private static async Task CreditAsync(HttpClient provider, HttpClient customer, string id)
    {
        Assert.Equal(["reason"], (await (await provider.PostAsJsonAsync($"invoices/{id}/credit", new { })).FieldErrorsAsync()).Names());
        await (await provider.PostAsJsonAsync($"invoices/{Guid.NewGuid()}/credit", new { reason = "Wrong" })).ProblemAsync(HttpStatusCode.NotFound);
        var note = await provider.CreateAsync($"invoices/{id}/credit", new { reason = "The wrong rate card was used." });
        Assert.Equal(("creditNote", id), (note.Text("kind"), note.Text("cancelsId")));
        using var again = await provider.PostAsJsonAsync($"invoices/{id}/credit", new { reason = "Once more" });
        Assert.Equal((HttpStatusCode.OK, note.Text("id")), (again.StatusCode, (await again.JsonAsync()).Text("id")));
        Assert.Contains((await customer.ReadAsync("bills")).Items(), bill => bill!.Text("id") == note.Text("id"));
    }
}
