using System.Net;
using System.Net.Http.Json;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class CostRuleTests(ApiHosts hosts)
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_published_cost_rule_is_followed_by_its_next_version_and_never_changes(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = (await client.CreateAsync("printers", Requests.Printer("Regeln"))).Text("id");
        var first = await client.CreateAsync("cost-rules", Rule(printer, "2026-10-01", "2.35"));
        var second = await client.CreateAsync("cost-rules", Rule(printer, "2026-11-01", "2.5"));
        Assert.Equal([second.Text("id"), first.Text("id")], (await client.ReadAsync($"cost-rules?printer={printer}")).Items().Select(rule => rule!.Text("id")));
        Assert.Equal(2, (int)second["version"]!);
        Assert.Equal("2.35", (await client.ReadAsync("cost-rules/" + first.Text("id")))["rates"]![0]!.Text("unitPrice"));

        var wrong = new { printerId = Guid.NewGuid(), currency = "USD", rates = new[] { new { measure = "job", unitPrice = "-1" } } };
        Assert.Equal(["currency", "printerId", "rates[0].unitPrice", "validFrom"], (await (await client.PostAsJsonAsync("cost-rules", wrong)).FieldErrorsAsync()).Names());
        Assert.Equal(["rates"], (await (await client.PostAsJsonAsync("cost-rules", new { validFrom = "2026-10-01" })).FieldErrorsAsync()).Names());
        Assert.Equal(["rates[0].measure"], (await (await client.PostAsJsonAsync("cost-rules", new { validFrom = "2026-10-01", rates = new[] { new { measure = "weight", unitPrice = "1" } } })).FieldErrorsAsync()).Names());

        using var bookkeeper = await host.ClientAsync(role: "Bookkeeper");
        Assert.Equal(HttpStatusCode.OK, (await bookkeeper.GetAsync("cost-rules")).StatusCode);
        await (await bookkeeper.PostAsJsonAsync("cost-rules", Rule(printer, "2026-12-01", "9"))).ProblemAsync(HttpStatusCode.Forbidden);
        using var customer = await host.ClientAsync(role: "Customer");
        await (await customer.GetAsync("cost-rules")).ProblemAsync(HttpStatusCode.Forbidden);
        using var stranger = await host.ClientAsync(ApiHost.Sued);
        await (await stranger.GetAsync("cost-rules/" + first.Text("id"))).ProblemAsync(HttpStatusCode.NotFound);
    }

    private static object Rule(string printer, string from, string price) =>
        new { printerId = printer, validFrom = from, currency = "EUR", rates = new[] { new { measure = "mediaArea", unitPrice = price } } };
}
