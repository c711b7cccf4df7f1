using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Privacy;

/// <summary><c>{"name": "name-privacy", "userNames": "pseudonymise", "jobNames": "drop"}</c>; what is left out stays. A key is made where one is needed and none is there.</summary>
public sealed class NamePrivacyRecipeStep(NamePrivacyStore store, NamePrivacyChanger changer) : IRecipeStep
{
    private const string By = "recipe";

    public string Name => "name-privacy";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var (users, jobs) = await ReadAsync(step, cancellationToken);
        var now = await store.FindAsync(cancellationToken);
        return [.. Plan("user names", now.UserNames, users), .. Plan("job names", now.JobNames, jobs)];
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var (users, jobs) = await ReadAsync(step, cancellationToken);
        await changer.ChangeAsync(users, jobs, By, cancellationToken);
    }

    private async Task<(NameHandling Users, NameHandling Jobs)> ReadAsync(JsonObject step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        var now = await store.FindAsync(cancellationToken);
        return (Read(step, "userNames") ?? now.UserNames, Read(step, "jobNames") ?? now.JobNames);
    }

    private NameHandling? Read(JsonObject step, string field)
    {
        if (step[field] is not { } node)
            return null;
        if (node is JsonValue value && value.TryGetValue<string>(out var text) && !text.Any(char.IsAsciiDigit) && Enum.TryParse<NameHandling>(text, ignoreCase: true, out var handling) && Enum.IsDefined(handling))
            return handling;
        throw new RecipeException($"Step {Name}: '{field}' must be \"collect\", \"pseudonymise\" or \"drop\".");
    }

    private static IEnumerable<string> Plan(string what, NameHandling before, NameHandling after) =>
        before == after ? [] : [$"{what}: {Word(after)} instead of {Word(before)}"];

#pragma warning disable CA1308 // As the step writes it.
    private static string Word(NameHandling handling) => handling.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
