using System.Text.Json;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Shell.Recipes;

/// <summary>A recipe file in Orchard Core's form.</summary>
public sealed record Recipe(string Name, string DisplayName, string Description, bool IsSetupRecipe, JsonObject Variables, IReadOnlyList<JsonObject> Steps)
{
    /// <exception cref="RecipeException">The text is not a recipe; the message names the source and the place.</exception>
    public static Recipe Parse(string json, string source)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException exception)
        {
            throw new RecipeException($"The recipe {source} is not valid JSON (line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}).");
        }

        if (node is not JsonObject recipe || recipe["name"] is not JsonValue name || recipe["steps"] is not JsonArray steps)
            throw new RecipeException($"The recipe {source} needs a 'name' and a list 'steps'.");

        var result = new List<JsonObject>(steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is not JsonObject step || step["name"] is not JsonValue)
                throw new RecipeException($"The recipe {source} has a step without a name (step {i + 1}).");
            result.Add(step);
        }

        return new Recipe(
            name.ToString(),
            recipe["displayName"]?.ToString() ?? name.ToString(),
            recipe["description"]?.ToString() ?? "",
            recipe["issetuprecipe"]?.GetValue<bool>() ?? false,
            recipe["variables"] as JsonObject ?? [],
            result);
    }
}
