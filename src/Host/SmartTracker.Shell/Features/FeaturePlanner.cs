using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Features;

/// <summary>Works out what switching features amounts to, and why.</summary>
internal sealed class FeaturePlanner(FeatureCatalog catalog)
{
    /// <summary>What a tenant has chosen afterwards: without what was removed and what depends on it, with what was added.</summary>
    public IReadOnlyList<string> Choose(IEnumerable<string> chosen, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove)
    {
        var gone = remove.SelectMany(id => catalog.DependentsOf(id).Append(id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. chosen.Where(id => !gone.Contains(id)).Union(add.Select(id => catalog.Find(id)!.Id), StringComparer.OrdinalIgnoreCase)];
    }

    public FeaturePlan Plan(IReadOnlyCollection<string> chosen, bool isDefault, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove)
    {
        var before = catalog.Enabled(chosen, isDefault);
        var after = catalog.Enabled(Choose(chosen, add, remove), isDefault);
        return new(
            [.. after.Except(before).Select(feature => On(feature, add, after))],
            [.. before.Except(after).Select(feature => Off(feature, remove, before))],
            [.. before.Intersect(after)]);
    }

    private FeatureChange On(Feature feature, IReadOnlyCollection<string> add, IReadOnlyList<Feature> after) => Names(add, feature)
        ? new(feature, FeatureReason.Chosen)
        : new(feature, FeatureReason.NeededBy, after.First(other => Names(add, other) && Needs(other, feature)));

    private FeatureChange Off(Feature feature, IReadOnlyCollection<string> remove, IReadOnlyList<Feature> before)
    {
        if (Names(remove, feature))
            return new(feature, FeatureReason.Chosen);
        return before.FirstOrDefault(other => Names(remove, other) && Needs(feature, other)) is { } needed
            ? new(feature, FeatureReason.Needs, needed)
            : new(feature, FeatureReason.NoLongerNeeded, before.FirstOrDefault(other => Needs(other, feature)));
    }

    private bool Needs(Feature feature, Feature other) => Names(catalog.DependentsOf(other.Id), feature);

    private static bool Names(IEnumerable<string> ids, Feature feature) => ids.Contains(feature.Id, StringComparer.OrdinalIgnoreCase);
}
