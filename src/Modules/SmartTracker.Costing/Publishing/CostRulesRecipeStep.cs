using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Publishing;

/// <summary>Publishes the cost rules of a recipe; what is published already stays as it is.</summary>
public sealed class CostRulesRecipeStep(CostRulePublisher publisher, IPrinterDirectory printers, Tenant tenant) : IRecipeStep
{
    public string Name => "CostRules";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var plan = new List<string>();
        var known = await printers.ListAsync(cancellationToken);
        foreach (var rule in CostRulesRecipe.Read(step, tenant.Currency))
        {
            var printer = Find(known, rule);
            var isNew = rule.PrinterName is not null && printer is null
                || !await publisher.IsPublishedAsync(New(rule, printer), cancellationToken);
            if (isNew)
                plan.Add($"Publish a cost rule for {rule.PrinterName ?? "all printers"} from {rule.ValidFrom:uuuu-MM-dd} with {rule.Prices.Rates.Count} rates.");
        }

        return plan;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var known = await printers.ListAsync(cancellationToken);
        foreach (var rule in CostRulesRecipe.Read(step, tenant.Currency))
        {
            var printer = Find(known, rule);
            if (rule.PrinterName is not null && printer is null)
                throw new RecipeException($"{rule.Path}.Printer: there is no printer named '{rule.PrinterName}'; register it in an earlier step.");

            var next = New(rule, printer);
            if (!await publisher.IsPublishedAsync(next, cancellationToken))
                await publisher.PublishWithinAsync(next, cancellationToken);
        }
    }

    private static PrinterSummary? Find(IReadOnlyList<PrinterSummary> known, RecipeCostRule rule) =>
        known.FirstOrDefault(printer => string.Equals(printer.Name, rule.PrinterName, StringComparison.OrdinalIgnoreCase));

    private static NewCostRule New(RecipeCostRule rule, PrinterSummary? printer) => new(printer?.Id, rule.ValidFrom, rule.Prices);
}
