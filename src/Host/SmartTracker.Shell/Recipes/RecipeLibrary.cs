using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Recipes;

/// <summary>The recipes of the installation: <c>recipes/*.recipe.json</c> beside the program and those embedded in modules under <c>Recipes/</c>.</summary>
public sealed partial class RecipeLibrary(FeatureCatalog catalog, string folder, ILogger<RecipeLibrary> logger)
{
    private const string Ending = ".recipe.json";

    /// <summary>All that can be read; a broken one is logged and hides no other.</summary>
    public IReadOnlyList<Recipe> List()
    {
        var recipes = new List<Recipe>();
        foreach (var (source, text) in FromFolder().Concat(FromModules()))
        {
            try
            {
                recipes.Add(Recipe.Parse(text, source));
            }
            catch (RecipeException exception)
            {
                LogBroken(logger, exception.Message);
            }
        }

        return [.. recipes.OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="RecipeException">No recipe has that name.</exception>
    public Recipe Find(string name)
    {
        var recipes = List();
        return recipes.FirstOrDefault(recipe => recipe.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RecipeException($"There is no recipe called '{name}'. Known are: {string.Join(", ", recipes.Select(recipe => recipe.Name))}.");
    }

    private IEnumerable<(string Source, string Text)> FromFolder() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Ending).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
        : [];

    private IEnumerable<(string Source, string Text)> FromModules() =>
        from feature in catalog.All
        from resource in feature.Assembly.GetManifestResourceNames()
        where resource.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
        select (resource, new StreamReader(feature.Assembly.GetManifestResourceStream(resource)!).ReadToEnd());

    [LoggerMessage(Level = LogLevel.Warning, Message = "A recipe is left out. {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason);
}
