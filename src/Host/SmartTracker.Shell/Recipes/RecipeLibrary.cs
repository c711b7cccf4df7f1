using SmartTracker.Abstractions.Recipes;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Recipes;

/// <summary>The recipes of the installation: <c>recipes/*.recipe.json</c> beside the program and those embedded in modules under <c>Recipes/</c>.</summary>
public sealed class RecipeLibrary(FeatureCatalog catalog, string folder)
{
    private const string Ending = ".recipe.json";

    public IReadOnlyList<Recipe> List() => [.. FromFolder().Concat(FromModules()).OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];

    /// <exception cref="RecipeException">No recipe has that name.</exception>
    public Recipe Find(string name)
    {
        var recipes = List();
        return recipes.FirstOrDefault(recipe => recipe.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RecipeException($"There is no recipe called '{name}'. Known are: {string.Join(", ", recipes.Select(recipe => recipe.Name))}.");
    }

    private IEnumerable<Recipe> FromFolder() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Ending).Select(file => Recipe.Parse(File.ReadAllText(file), Path.GetFileName(file)))
        : [];

    private IEnumerable<Recipe> FromModules() =>
        from feature in catalog.All
        from resource in feature.Assembly.GetManifestResourceNames()
        where resource.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
        select Recipe.Parse(new StreamReader(feature.Assembly.GetManifestResourceStream(resource)!).ReadToEnd(), resource);
}
