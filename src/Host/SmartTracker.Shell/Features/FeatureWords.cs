using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Features;

/// <summary>Says what a feature is in the language of the current culture. A module brings the words of its manifest in <c>Resources/Manifest.de.resx</c>.</summary>
public sealed class FeatureWords(IStringLocalizerFactory localizers)
{
    public Feature Say(Feature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        var texts = localizers.Create("Manifest", feature.Assembly.GetName().Name!);
        return feature with { Name = Word(texts, feature.Name), Description = Word(texts, feature.Description) };
    }

    internal FeaturePlan Say(FeaturePlan plan) => new([.. plan.On.Select(Say)], [.. plan.Off.Select(Say)], [.. plan.Same.Select(Say)]);

    private FeatureChange Say(FeatureChange change) => change with { Feature = Say(change.Feature), Other = change.Other is { } other ? Say(other) : null };

    private static string Word(IStringLocalizer texts, string text) => text.Length == 0 ? text : texts[text];
}
