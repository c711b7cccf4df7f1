namespace SmartTracker.Abstractions.Tenants;

/// <summary>A recipe that a tenant can be created from, as people choose it.</summary>
/// <param name="DisplayName">In the language of the current culture where the host knows it.</param>
/// <param name="Description">Likewise.</param>
/// <param name="Features">Names of the features that it switches on.</param>
public sealed record RecipeOverview(string Name, string DisplayName, string Description, IReadOnlyList<string> Features);
