using System.Net;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class PrintJobTests(ApiHosts hosts)
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Print_jobs_are_found_page_after_page_and_their_cost_is_explained(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync(ApiHost.Sued);
        var printer = (await client.CreateAsync("printers", Requests.Printer("Jobs", "SN-JOBS"))).Text("id");
        await client.CreateAsync("cost-rules", new { printerId = printer, validFrom = "2026-01-01", rates = new[] { new { measure = "mediaArea", unitPrice = "2.40" } } });
        var imported = await client.ImportAsync(
            Requests.Job("SN-JOBS", "1", 1), Requests.Job("SN-JOBS", "2", 2, "yilmaz"), Requests.Job("SN-JOBS", "3", 3), Requests.Job("SN-JOBS", "4", 4, area: null), Requests.Job("SN-JOBS", "5", 5, area: -1));
        Assert.Equal((4, 1), ((int)imported["accepted"]!, (int)imported["rejectedCount"]!));
        Assert.Equal("mediaAreaMm2", imported["rejected"]![0]!.Text("field"));

        Assert.Equal(["4", "3", "2", "1"], await AllAsync(client, $"print-jobs?printer={printer}&limit=1"));
        Assert.Equal(["4", "3", "1"], await AllAsync(client, $"print-jobs?printer={printer}&user=brandt&limit=2"));
        Assert.Equal(["3", "2"], await AllAsync(client, $"print-jobs?printer={printer}&from=2026-10-02T00:00:00Z&to=2026-10-04T00:00:00Z"));
        Assert.Equal(["4"], await AllAsync(client, $"print-jobs?printer={printer}&rated=false"));

        var jobs = (await client.ReadAsync($"print-jobs?printer={printer}")).Items();
        var (unrated, rated) = ("print-jobs/" + jobs[0]!.Text("id"), "print-jobs/" + jobs[1]!.Text("id"));
        var read = await client.ReadAsync(rated);
        Assert.Equal(("2.4", "EUR"), (read["cost"]!.Text("amount"), read["cost"]!.Text("currency")));
        Assert.Equal("2026-10-03T10:00:00Z", read.Text("completedAt"));
        var explained = await client.ReadAsync(rated + "/explanation");
        Assert.Equal("rated", explained.Text("status"));
        Assert.Equal(2.4m, explained["steps"]!.AsArray().Sum(step => decimal.Parse(step!.Text("amount"), System.Globalization.CultureInfo.InvariantCulture)));
        var missing = Assert.Single((await client.ReadAsync(unrated + "/explanation"))["missing"]!.AsArray())!;
        Assert.NotEqual("", missing.Text("whatToDo"));

        using var stranger = await host.ClientAsync(ApiHost.Nord);
        foreach (var path in new[] { rated, rated + "/explanation" })
            await (await stranger.GetAsync(path)).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Empty((await stranger.ReadAsync($"print-jobs?printer={printer}")).Items());
        using var customer = await host.ClientAsync(ApiHost.Sued, "Customer");
        foreach (var path in new[] { "print-jobs", rated, rated + "/explanation" })
            await (await customer.GetAsync(path)).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=bm9uc2Vuc2U", "cursor")]
    [InlineData("status=done", "status")]
    [InlineData("form=2026-10-01", "form")]
    [InlineData("from=2026-10-02T00:00:00Z&to=2026-10-01T00:00:00Z", "to")]
    [InlineData("printer=first", "printer")]
    public async Task A_filter_that_is_not_understood_is_named_and_never_left_out(string query, string field)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var client = await host.ClientAsync();
        var errors = await (await client.GetAsync("print-jobs?" + query)).FieldErrorsAsync();
        Assert.Equal([field], errors.Names());
        Assert.NotEqual("", (string)errors[field]![0]!);
    }

    private static async Task<List<string>> AllAsync(HttpClient client, string path)
    {
        var ids = new List<string>();
        JsonObject page;
        string? cursor = null;
        do
        {
            page = await client.ReadAsync(cursor is null ? path : $"{path}&cursor={cursor}");
            ids.AddRange(page.Items().Select(job => job!.Text("deviceJobId")));
        }
        while ((cursor = (string?)page["nextCursor"]) is not null);
        return ids;
    }
}
