using System.Text.Json;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Users.Recipes;

/// <summary>Reads one object of a recipe step and names the field that is wrong.</summary>
internal sealed class StepFields
{
    private readonly JsonObject _fields;
    private readonly string _path;

    private StepFields(JsonObject fields, string path, IReadOnlyCollection<string> known)
    {
        _fields = fields;
        _path = path;
        if (fields.Select(field => field.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw Wrong(unknown, $"is not known. Known are {string.Join(", ", known)}.");
    }

    /// <summary>The objects of the step's list, each with the path that errors name.</summary>
    public static IReadOnlyList<StepFields> List(JsonObject step, string name, params string[] known)
    {
        if (step[name] is not JsonArray items)
            throw new RecipeException($"{name}: a list of objects is expected.");
        return [.. items.Select((item, index) => item is JsonObject fields
            ? new StepFields(fields, $"{name}[{index}]", known)
            : throw new RecipeException($"{name}[{index}]: an object is expected."))];
    }

    public string Required(string name) =>
        Optional(name) is { Length: > 0 } text ? text : throw Wrong(name, "is missing.");

    /// <summary>Null where the field is absent, null or blank.</summary>
    public string? Optional(string name)
    {
        if (_fields[name] is not { } node)
            return null;
        if (node.GetValueKind() != JsonValueKind.String)
            throw Wrong(name, "must be a text.");
        var text = node.GetValue<string>();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Null where the field is absent, which is not the same as an empty list.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (_fields[name] is not { } node)
            return null;
        if (node is not JsonArray items)
            throw Wrong(name, "must be a list of texts.");
        return [.. items.Select((item, index) => item?.GetValueKind() == JsonValueKind.String
            ? item.GetValue<string>()
            : throw Wrong($"{name}[{index}]", "must be a text."))];
    }

    public RecipeException Wrong(string name, string reason) => new($"{_path}.{name} {reason}");
}
