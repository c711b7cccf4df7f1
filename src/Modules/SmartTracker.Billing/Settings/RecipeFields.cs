using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Billing.Settings;

/// <summary>Reads the fields of one object of a recipe step; every complaint names the field by its path.</summary>
internal sealed class RecipeFields(JsonObject fields, string path)
{
    public static RecipeFields Of(JsonNode? node, string path) => node is JsonObject fields
        ? new RecipeFields(fields, path)
        : throw new RecipeException($"{path}: must be an object with fields.");

    public RecipeFields Allow(params string[] names)
    {
        foreach (var (name, _) in fields)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                throw Wrong(name, $"is not known. Known are: {string.Join(", ", names)}");
        }

        return this;
    }

    public string Text(string name) => OptionalText(name) is { Length: > 0 } text ? text : throw Wrong(name, "must be a text that is not empty");

    /// <summary>Absent is the empty text.</summary>
    public string OptionalText(string name) => fields[name] switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text.Contains('\0') ? throw Wrong(name, "must not hold U+0000") : text.Trim(),
        _ => throw Wrong(name, "must be a text"),
    };

    /// <summary>A list of texts as one text with line feeds.</summary>
    public string Lines(string name)
    {
        var lines = List(name).Select((line, index) => line is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim().Length > 0
            ? text.Trim()
            : throw Wrong($"{name}[{index}]", "must be a text that is not empty")).ToList();
        return lines.Count is > 0 and <= 6 ? string.Join('\n', lines) : throw Wrong(name, "must have one to six lines");
    }

    public int? OptionalDays(string name) => fields[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var days) && days is >= 0 and <= 365 => days,
        _ => throw Wrong(name, "must be a whole number of days from 0 to 365"),
    };

    public IReadOnlyList<JsonNode?> List(string name) => fields[name] is JsonArray list ? [.. list] : throw Wrong(name, "must be a list");

    public string Path(string name) => $"{path}.{name}";

    public RecipeException Wrong(string name, string what) => new($"{Path(name)} {what}.");
}
