using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

public sealed class RecipeTests
{
    private const string Printers = """, { "name": "Printers", "Printers": [{ "Name": "Plotter EG", "Address": "127.0.0.1:1", "Protocol": "piws", "AdminPassword": "x" }] }""";

    private const string Rules = """
        { "name": "CostRules", "CostRules": [
          { "ValidFrom": "2026-01-01", "Printer": null, "Currency": "EUR", "Rates": [{ "Measure": "MediaArea", "UnitPrice": "2.40" }, { "Measure": "Ink", "UnitPrice": "0.42", "InkChannel": "K" }] },
          { "ValidFrom": "2026-01-01", "Printer": "plotter eg", "Currency": "EUR", "Rates": [{ "Measure": "Job", "UnitPrice": "1" }] } ] }
        """;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_recipe_publishes_its_rules_once(DatabaseEngine engine)
    {
        await using var tenant = await CostingTenant.StartAsync(engine, Printers + ", " + Rules);

        Assert.Empty(await PlanAsync(tenant, Rules));
        await RunAsync(tenant, Rules);
        await RunAsync(tenant, Rules.Replace("""{ "Measure": "MediaArea", "UnitPrice": "2.40" }, { "Measure": "Ink", "UnitPrice": "0.42", "InkChannel": "K" }""",
            """{ "Measure": "Ink", "UnitPrice": "0.420", "InkChannel": "K" }, { "Measure": "MediaArea", "UnitPrice": "2.4" }""", StringComparison.Ordinal));
        var rules = await RulesAsync(tenant);
        Assert.Equal([1, 1], rules.Select(rule => rule.Version));
        var printer = (await tenant.InAsync(services => services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None))).Single();
        Assert.Equal(printer.Id, rules.Single(rule => rule.PrinterId is not null).PrinterId);

        var dearer = Rules.Replace("2.40", "2.60", StringComparison.Ordinal);
        Assert.Single(await PlanAsync(tenant, dearer));
        Assert.Equal(2, (await RulesAsync(tenant)).Count);
        await RunAsync(tenant, dearer);
        var corrected = (await RulesAsync(tenant)).Single(rule => rule.PrinterId is null && rule.Version == 2);
        Assert.Contains(new Rate(Measure.MediaArea, 2.60m), corrected.ToRule().Prices.Rates);
    }

    [Fact]
    public async Task A_mistake_in_a_recipe_names_its_field_and_changes_nothing()
    {
        await using var tenant = await CostingTenant.StartAsync(DatabaseEngine.Sqlite);
        const string Rule = """{ "ValidFrom": "2026-01-01", "Printer": null, "Currency": "EUR", "Rates": [{ "Measure": "Ink", "UnitPrice": "0.42", "InkChannel": "K" }] }""";
        foreach (var (right, wrong, named) in new[]
        {
            ("\"EUR\"", "\"CHF\"", "CostRules[0].Currency is CHF, but this tenant counts in EUR"),
            ("2026-01-01", "1.1.2026", "CostRules[0].ValidFrom"),
            ("2026-01-01", "1026-01-01", "CostRules[0].ValidFrom"),
            ("\"Ink\"", "\"Litres\"", "CostRules[0].Rates[0].Measure"),
            ("\"Ink\"", "\"2\"", "CostRules[0].Rates[0].Measure"),
            ("\"Ink\"", "\"Pages\"", "CostRules[0].Rates[0].InkChannel"),
            ("\"0.42\"", "0.42", "CostRules[0].Rates[0].UnitPrice"),
            ("0.42", "0,42", "CostRules[0].Rates[0].UnitPrice"),
            ("0.42", "-1", "CostRules[0].Rates[0].UnitPrice"),
            ("0.42", "0.1234567", "CostRules[0].Rates[0].UnitPrice"),
            ("\"InkChannel\"", "\"Channel\"", "CostRules[0].Rates[0].Channel"),
            ("\"Rates\"", "\"Prices\"", "CostRules[0].Prices"),
            ("}]", "}, { \"Measure\": \"Ink\", \"UnitPrice\": \"1\", \"InkChannel\": \"k\" }]", "CostRules[0].Rates"),
            ("null", "\"Nobody\"", "CostRules[0].Printer"),
        })
        {
            var step = $$"""{ "name": "CostRules", "CostRules": [{{Rule.Replace(right, wrong, StringComparison.Ordinal)}}] }""";
            var mistake = await Assert.ThrowsAsync<RecipeException>(() => RunAsync(tenant, step));
            Assert.Contains(named, mistake.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<RecipeException>(() => RunAsync(tenant, """{ "name": "CostRules" }"""));
        Assert.Empty(await RulesAsync(tenant));
    }

    private static Task<List<StoredCostRule>> RulesAsync(CostingTenant tenant) =>
        tenant.InAsync(services => services.GetRequiredService<CostRulesStore>().ListAsync(CancellationToken.None));

    private static Task<IReadOnlyList<string>> PlanAsync(CostingTenant tenant, string step) =>
        tenant.InAsync(services => Step(services).PlanAsync(Json(step), CancellationToken.None));

    private static Task RunAsync(CostingTenant tenant, string step) => tenant.InAsync(async services =>
    {
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        await Step(services).ExecuteAsync(Json(step), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    });

    private static IRecipeStep Step(IServiceProvider services) => services.GetServices<IRecipeStep>().Single(step => step.Name == "CostRules");

    private static JsonObject Json(string step) => JsonNode.Parse(step)!.AsObject();
}
