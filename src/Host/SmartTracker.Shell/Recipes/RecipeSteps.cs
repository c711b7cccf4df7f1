using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Shell.Recipes;

/// <summary>The steps that the modules of this tenant can execute.</summary>
internal sealed class RecipeSteps(IEnumerable<IRecipeStep> steps)
{
    /// <exception cref="RecipeException">No enabled feature knows the step.</exception>
    public IRecipeStep Find(string name) => steps.FirstOrDefault(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RecipeException($"The step '{name}' is unknown to this tenant. Known are: {string.Join(", ", steps.Select(step => step.Name).Concat(["feature", "themes", "settings"]).Order(StringComparer.Ordinal))}. Is a feature missing?");
}
