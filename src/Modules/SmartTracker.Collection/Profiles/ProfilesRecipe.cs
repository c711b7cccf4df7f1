using System.Text.Json;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Profiles;

/// <summary>Profiles as a recipe writes them: <c>{"name": "print-job-import-profiles", "profiles": [{"name", "columns": [{"name", "field", "unit", "channel"}], …}]}</c>.</summary>
public static class ProfilesRecipe
{
    public const string Step = "print-job-import-profiles";
    private const string NameField = "name";

    public static string Write(ImportProfileRow profile, string tenant)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var entry = new JsonObject { [NameField] = profile.Name };
        foreach (var (field, value) in JsonNode.Parse(profile.Definition)!.AsObject())
            entry[field] = value?.DeepClone();
        var recipe = new JsonObject
        {
            ["name"] = "import-profile",
            ["displayName"] = profile.Name,
            ["description"] = $"Import profile of {tenant}",
            ["issetuprecipe"] = false,
            ["categories"] = new JsonArray("import"),
            ["tags"] = new JsonArray(),
            ["variables"] = new JsonObject(),
            ["steps"] = new JsonArray(new JsonObject { ["name"] = Step, ["profiles"] = new JsonArray(entry) }),
        };
        return recipe.ToJsonString(ProfileDefinition.Json) + "\n";
    }

    /// <exception cref="RecipeException">An entry is wrong; the message names it.</exception>
    public static IReadOnlyList<(string Name, ProfileDefinition Definition)> Read(JsonObject step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step["profiles"] is not JsonArray entries)
            throw new RecipeException($"Step {Step}: 'profiles' must be a list of profiles.");
        var read = entries.Select((entry, place) => Read(entry, $"Step {Step}: profiles[{place}]")).ToList();
        if (read.GroupBy(profile => profile.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RecipeException($"Step {Step}: the profile '{twice.Key}' is there twice.");
        return read;
    }

    private static (string Name, ProfileDefinition Definition) Read(JsonNode? node, string path)
    {
        if (node?.DeepClone() is not JsonObject entry)
            throw new RecipeException($"{path} must be an object.");
        if (entry[NameField] is not JsonValue value || !value.TryGetValue<string>(out var name) || string.IsNullOrWhiteSpace(name) || name.Trim().Length > ImportProfileStore.LongestName)
            throw new RecipeException($"{path}.name must have 1 to {ImportProfileStore.LongestName} characters.");
        entry.Remove(NameField);
        ProfileDefinition definition;
        try
        {
            definition = entry.Deserialize<ProfileDefinition>(ProfileDefinition.Json)!;
        }
        catch (JsonException exception)
        {
            throw new RecipeException($"{path} cannot be read: {exception.Message}");
        }

        return ProfileCheck.Check(definition) is [var fault, ..]
            ? throw new RecipeException($"{path} is not finished: {fault.Kind} {fault.Text}".TrimEnd() + ".")
            : (name.Trim(), definition);
    }
}
