using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Profiles;

/// <summary>Adds or changes import profiles by name; a profile's sample stays.</summary>
public sealed class ProfilesRecipeStep(ImportProfileStore store, TimeProvider time) : IRecipeStep
{
    public string Name => ProfilesRecipe.Step;

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var plan = new List<string>();
        foreach (var (name, definition) in ProfilesRecipe.Read(step))
        {
            if (await store.FindAsync(name, cancellationToken) is not { } known)
                plan.Add($"add import profile {name}");
            else if (known.Definition != definition.ToJson())
                plan.Add($"change import profile {name}");
        }

        return plan;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var (name, definition) in ProfilesRecipe.Read(step))
        {
            if (await store.FindAsync(name, cancellationToken) is not { } known)
                await store.AddAsync(new ImportProfileRow { Id = ImportProfileId.New(), Name = name, Definition = definition.ToJson(), ChangedAt = time.Now() }, cancellationToken);
            else if (known.Definition != definition.ToJson())
                await store.ChangeAsync(known.Id, name, definition, time.Now(), cancellationToken);
        }
    }
}
