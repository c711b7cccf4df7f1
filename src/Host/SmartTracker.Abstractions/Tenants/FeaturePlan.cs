using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>What a change of a tenant's features amounts to once their dependencies are followed.</summary>
/// <param name="On">Would be switched on.</param>
/// <param name="Off">Would be switched off; their data stays.</param>
/// <param name="Same">On before and after.</param>
public sealed record FeaturePlan(IReadOnlyList<FeatureChange> On, IReadOnlyList<FeatureChange> Off, IReadOnlyList<Feature> Same)
{
    public bool IsEmpty => On.Count == 0 && Off.Count == 0;
}

/// <param name="Other">The feature that is the reason, where the reason is another one.</param>
public sealed record FeatureChange(Feature Feature, FeatureReason Reason, Feature? Other = null);

/// <summary>Why a feature is switched.</summary>
public enum FeatureReason
{
    /// <summary>Somebody asked for it.</summary>
    Chosen,

    /// <summary>Goes on because <see cref="FeatureChange.Other"/> needs it.</summary>
    NeededBy,

    /// <summary>Goes off because it needs <see cref="FeatureChange.Other"/>.</summary>
    Needs,

    /// <summary>Goes off because it was on only for <see cref="FeatureChange.Other"/>.</summary>
    NoLongerNeeded,
}
