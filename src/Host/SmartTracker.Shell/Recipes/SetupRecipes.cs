using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Recipes;

/// <summary>The recipes that a tenant can be set up with, as people choose them.</summary>
public sealed class SetupRecipes(RecipeLibrary library, FeatureCatalog catalog, FeatureWords words, IStringLocalizer<Texts> texts)
{
    /// <summary>For Default the provider's own come first; a customer is offered none of them.</summary>
    public IReadOnlyList<RecipeOverview> For(bool isDefaultTenant) =>
    [
        .. from recipe in library.List()
           where recipe.IsSetupRecipe
           let features = Enabled(recipe)
           let isProviders = features.Any(id => catalog.Find(id)?.DefaultTenantOnly == true)
           where isDefaultTenant || !isProviders
           orderby isProviders descending, recipe.DisplayName
           select new RecipeOverview(recipe.Name, Word(recipe.DisplayName), Word(recipe.Description), Names(features, isDefaultTenant)),
    ];

    // A recipe of somebody else's keeps the words it came with.
    private string Word(string text) => text.Length == 0 ? text : texts[text];

    private static string[] Enabled(Recipe recipe) =>
    [
        .. recipe.Steps.Where(step => step["name"]!.ToString().Equals("feature", StringComparison.OrdinalIgnoreCase))
            .SelectMany(step => step["enable"] as JsonArray ?? []).Select(id => id?.ToString() ?? ""),
    ];

    private string[] Names(IEnumerable<string> features, bool isDefaultTenant) =>
        [.. catalog.Enabled(features, isDefaultTenant).Where(feature => !feature.IsAlwaysEnabled).Select(feature => words.Say(feature).Name)];
}
