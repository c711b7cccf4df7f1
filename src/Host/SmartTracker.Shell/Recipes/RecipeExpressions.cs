using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Shell.Recipes;

/// <summary>Expands <c>[js: uuid()]</c>, <c>[js: variables('x')]</c>, <c>[js: parameters('x')]</c> and <c>[js: configuration('k')]</c>.
/// A closed set: no script is ever run.</summary>
/// <param name="parameters">What the caller gave.</param>
/// <param name="configuration">The host's recipe parameters, or null where the recipe is not run by the host.</param>
internal sealed partial class RecipeExpressions(
    JsonObject variables, IReadOnlyDictionary<string, string> parameters, Func<string, string?>? configuration)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public JsonObject Expand(JsonObject step)
    {
        var name = step["name"]!.ToString();
        return new JsonObject(step.Select(pair => KeyValuePair.Create(pair.Key, Expand(pair.Value, name))));
    }

    private JsonNode? Expand(JsonNode? node, string step) => node switch
    {
        JsonObject value => new JsonObject(value.Select(pair => KeyValuePair.Create(pair.Key, Expand(pair.Value, step)))),
        JsonArray value => new JsonArray([.. value.Select(item => Expand(item, step))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Expand(text, step)),
        _ => node?.DeepClone(),
    };

    private string Expand(string text, string step)
    {
        if (!text.StartsWith("[js:", StringComparison.Ordinal) || !text.EndsWith(']'))
            return text;
        var match = Expression().Match(text);
        return (match.Success ? match.Groups["function"].Value : "") switch
        {
            "uuid" => Guid.CreateVersion7().ToString("N"),
            "variables" => Variable(match.Groups["argument"].Value, step),
            "parameters" => parameters.GetValueOrDefault(match.Groups["argument"].Value) ?? throw Missing("parameter"),
            "configuration" when configuration is not null => configuration(match.Groups["argument"].Value) ?? throw Missing("setting SmartTracker:RecipeParameters:"),
            "configuration" => throw new RecipeException($"The step '{step}' asks for the host's configuration, which only the host may use."),
            _ => throw new RecipeException($"The step '{step}' has the expression {text}, which is not one of uuid(), variables('…'), parameters('…'), configuration('…')."),
        };

        RecipeException Missing(string what) => new($"The step '{step}' needs the {what} '{match.Groups["argument"].Value}', which was not given.");
    }

    private string Variable(string name, string step)
    {
        if (_variables.TryGetValue(name, out var known))
            return known;
        if (variables[name] is not { } value)
            throw new RecipeException($"The step '{step}' uses the variable '{name}', which the recipe does not define.");
        return _variables[name] = Expand(value.ToString(), step);
    }

    [GeneratedRegex(@"^\[js:\s*(?<function>uuid|variables|parameters|configuration)\(\s*(?:'(?<argument>[^']*)')?\s*\)\s*\]$")]
    private static partial Regex Expression();
}
