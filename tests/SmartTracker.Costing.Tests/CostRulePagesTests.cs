using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Costing.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

public sealed class CostRulePagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_administrator_publishes_the_first_rule_and_waiting_jobs_are_rated(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine, culture: "de");
        var job = Make.Job();
        await tenant.StoreAsync(job);
        using var browser = await tenant.SignedInAsync("admin");
        Assert.Contains("Keine Regeln", await PageAsync(browser, "admin/cost-rules"), StringComparison.Ordinal);
        Assert.Contains("Keine Kostenregel für dieses Datum", await PageAsync(browser, "admin/cost-rules/unrated"), StringComparison.Ordinal);

        var answer = await PublishAsync(browser, ("ValidFrom", "2026-01-01"), ("Lines[0].Measure", "MediaArea"), ("Lines[0].UnitPrice", "2,40"),
            ("Lines[1].Measure", "Ink"), ("Lines[1].UnitPrice", ""), ("Lines[2].Measure", "Job"), ("Lines[2].UnitPrice", " 1 "));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(2_302_998, (await tenant.RatingAsync(job))!.Amount);
        var detail = await PageAsync(browser, answer.Headers.Location!.ToString());
        Assert.Contains("2,40\u00a0€\u00a0/\u00a0m²", detail, StringComparison.Ordinal);
        Assert.Contains("Neu bewertete Aufträge: 1.", detail, StringComparison.Ordinal);
        Assert.Contains("admin", detail, StringComparison.Ordinal);
        Assert.Contains("in Kraft<", await PageAsync(browser, "admin/cost-rules"), StringComparison.Ordinal);
        Assert.Contains("Nichts wartet", await PageAsync(browser, "admin/cost-rules/unrated"), StringComparison.Ordinal);
        var copy = await PageAsync(browser, $"admin/cost-rules/new?from={(await tenant.RatingAsync(job))!.RuleId}");
        Assert.Contains("value=\"2,40\"", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_said_beside_it_and_nothing_is_lost()
    {
        await using var tenant = await CostingTenant.StartAsync(DatabaseEngine.Sqlite, culture: "de");
        using var browser = await tenant.SignedInAsync("admin");

        // A point is no decimal separator in German: it must not become 240.
        var page = await (await PublishAsync(browser, ("ValidFrom", "2026-01-01"), ("Lines[0].Measure", "MediaArea"), ("Lines[0].UnitPrice", "2.40"))).Content.ReadAsStringAsync();
        Assert.Contains("Schreiben Sie einen Preis wie 2,40", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("value=\"2.40\"", page, StringComparison.Ordinal);

        foreach (var (fields, message) in new ((string, string)[], string)[]
        {
            ([("ValidFrom", "2026-01-01")], "Geben Sie mindestens einen Preis ein"),
            ([("ValidFrom", ""), ("Lines[0].Measure", "Job"), ("Lines[0].UnitPrice", "1")], "Wählen Sie den ersten Tag"),
            ([("ValidFrom", "2026-01-01"), ("Printer", Guid.NewGuid().ToString()), ("Lines[0].Measure", "Job"), ("Lines[0].UnitPrice", "1")], "nicht mehr angemeldet"),
            ([("ValidFrom", "2026-01-01"), ("Lines[0].Measure", "Job"), ("Lines[0].UnitPrice", "1"), ("Lines[0].InkChannel", "C")], "Nur Tinte hat einen Kanal"),
            ([("ValidFrom", "2026-01-01"), ("Lines[0].Measure", "Job"), ("Lines[0].UnitPrice", "1"), ("Lines[1].Measure", "Job"), ("Lines[1].UnitPrice", "2")], "bepreist dasselbe"),
        })
        {
            var answer = await PublishAsync(browser, fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Contains("Keine Regeln", await PageAsync(browser, "admin/cost-rules"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_lines_keep_what_was_typed()
    {
        await using var tenant = await CostingTenant.StartAsync(DatabaseEngine.Sqlite);
        using var browser = await tenant.SignedInAsync("admin");

        var page = await (await PublishAsync(browser, ("ValidFrom", "2026-02-03"), ("Lines[0].Measure", "Job"), ("Lines[0].UnitPrice", "7.5"), ("addLines", "true"))).Content.ReadAsStringAsync();

        Assert.Contains("value=\"7.5\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-02-03\"", page, StringComparison.Ordinal);
        Assert.Contains("Lines[3].UnitPrice", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was published", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_and_publishing_need_their_permissions()
    {
        await using var tenant = await CostingTenant.StartAsync(DatabaseEngine.Sqlite);
        using var bookkeeper = await tenant.SignedInAsync("buch");
        using var customer = await tenant.SignedInAsync("kunde");

        Assert.Equal(HttpStatusCode.OK, (await bookkeeper.GetAsync("admin/cost-rules")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await bookkeeper.GetAsync("admin/cost-rules/new")).StatusCode);
        foreach (var page in new[] { "admin/cost-rules", "admin/cost-rules/unrated", "admin/cost-rules/new", $"admin/cost-rules/{CostRuleId.New()}" })
            Assert.NotEqual(HttpStatusCode.OK, (await customer.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_rule_is_not_found()
    {
        await using var tenant = await CostingTenant.StartAsync(DatabaseEngine.Sqlite);
        using var browser = await tenant.SignedInAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"admin/cost-rules/{CostRuleId.New()}")).StatusCode);
    }

    private static async Task<string> PageAsync(HttpClient browser, string page)
    {
        var answer = await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> PublishAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        CostingTenant.PostAsync(browser, "admin/cost-rules/new", "admin/cost-rules/new", fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
}
