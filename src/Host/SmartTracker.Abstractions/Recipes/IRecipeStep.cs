using System.Text.Json.Nodes;

namespace SmartTracker.Abstractions.Recipes;

/// <summary>Executes one kind of recipe step in a tenant's scope. Recipes may run again: executing a step twice changes nothing the second time.</summary>
public interface IRecipeStep
{
    /// <summary>The step's <c>name</c> in the recipe, compared without case.</summary>
    string Name { get; }

    /// <summary>Checks the step and lists what executing it would change, in words. Writes nothing.</summary>
    /// <exception cref="RecipeException">The step is wrong; the message names the field and what is expected.</exception>
    Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken);

    /// <summary>Runs inside the transaction that covers the whole recipe.</summary>
    Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken);
}

/// <summary>A recipe cannot be run; the message names the recipe, the step and what to mend.</summary>
public sealed class RecipeException(string message) : Exception(message);
