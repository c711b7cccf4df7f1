using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Publishing;

/// <summary>One entry of a <c>CostRules</c> step.</summary>
/// <param name="Path">Where it stands in the step, for messages.</param>
internal sealed record RecipeCostRule(string Path, LocalDate ValidFrom, string? PrinterName, PriceList Prices);

/// <summary>Reads a <c>CostRules</c> step; every mistake is a sentence that names its field.</summary>
internal static class CostRulesRecipe
{
    public static IReadOnlyList<RecipeCostRule> Read(JsonObject step, Currency currency)
    {
        var rules = Array(step, "CostRules", "CostRules");
        return [.. rules.Select((rule, i) => Rule(rule, $"CostRules[{i}]", currency))];
    }

    private static RecipeCostRule Rule(JsonNode? node, string path, Currency currency)
    {
        var rule = Object(node, path, ["ValidFrom", "Printer", "Currency", "Rates"]);
        var code = Text(rule, "Currency", path) ?? throw Wrong(path, "Currency", $"is missing; write \"{currency}\", the tenant's currency");
        if (code != currency.Code)
            throw Wrong(path, "Currency", $"is {code}, but this tenant counts in {currency}");

        var validFrom = LocalDatePattern.Iso.Parse(Text(rule, "ValidFrom", path) ?? "");
        if (!validFrom.Success || !CostRuleDates.IsAllowed(validFrom.Value))
            throw Wrong(path, "ValidFrom", "is not a day such as \"2026-01-01\", between 2000 and 2099");

        var rates = Array(rule, "Rates", $"{path}.Rates").Select((rate, i) => Rate(rate, $"{path}.Rates[{i}]")).ToList();
        try
        {
            return new RecipeCostRule(path, validFrom.Value, Text(rule, "Printer", path), new PriceList(currency, rates));
        }
        catch (ArgumentException exception)
        {
            throw Wrong(path, "Rates", exception.Message);
        }
    }

    private static Rate Rate(JsonNode? node, string path)
    {
        var rate = Object(node, path, ["Measure", "UnitPrice", "InkChannel", "MediaType"]);
        // By name only: Enum.TryParse would also take a number.
        var name = Enum.GetNames<Measure>().FirstOrDefault(name => name.Equals(Text(rate, "Measure", path), StringComparison.OrdinalIgnoreCase));
        if (!Enum.TryParse<Measure>(name, out var measure))
            throw Wrong(path, "Measure", $"is not one of {string.Join(", ", Enum.GetNames<Measure>())}");
        if (!decimal.TryParse(Text(rate, "UnitPrice", path), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            || !Abstractions.Rate.IsPrice(price))
            throw Wrong(path, "UnitPrice", "is not a price as text with a point, such as \"2.40\", with at most six decimals");

        var channel = Text(rate, "InkChannel", path);
        if (channel is not null && measure != Measure.Ink)
            throw Wrong(path, "InkChannel", "belongs only to a rate for Ink");
        return new Rate(measure, price, channel, Text(rate, "MediaType", path));
    }

    private static JsonObject Object(JsonNode? node, string path, string[] fields)
    {
        if (node is not JsonObject value)
            throw new RecipeException($"{path} is not an object.");
        if (value.FirstOrDefault(field => !fields.Contains(field.Key, StringComparer.OrdinalIgnoreCase)).Key is { } unknown)
            throw new RecipeException($"{path}.{unknown} is not known; expected {string.Join(", ", fields)}.");
        return value;
    }

    private static JsonArray Array(JsonObject parent, string field, string path) =>
        Field(parent, field) as JsonArray ?? throw new RecipeException($"{path} is not a list.");

    private static string? Text(JsonObject parent, string field, string path) => Field(parent, field) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw Wrong(path, field, "is not text"),
    };

    private static JsonNode? Field(JsonObject parent, string field) =>
        parent.FirstOrDefault(each => string.Equals(each.Key, field, StringComparison.OrdinalIgnoreCase)).Value;

    private static RecipeException Wrong(string path, string field, string problem) => new($"{path}.{field} {problem}.");
}
