using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>The modules that a customer can have, and which it has.</summary>
public sealed record FeatureSwitches(TenantOverview Tenant, IReadOnlyList<FeatureSwitch> Switches)
{
    public static FeatureSwitches Of(ITenants tenants, TenantOverview tenant)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(tenant);
        var on = tenants.PlanFeatures(tenant.Name, [], []).Same.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var features = tenants.ListFeatures().Where(feature => feature is { DefaultTenantOnly: false, IsTheme: false }).ToArray();
        return new(tenant, [.. features.OrderBy(feature => feature.IsAlwaysEnabled).Select(feature => new FeatureSwitch(feature, on.Contains(feature.Id), Needs(feature, features)))]);
    }

    /// <summary>Ids that can be switched for a customer; anything else in a form is ignored.</summary>
    public static string[] Known(ITenants tenants, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var known = tenants.ListFeatures().Where(feature => feature is { DefaultTenantOnly: false, IsTheme: false, IsAlwaysEnabled: false }).Select(feature => feature.Id);
        return [.. known.Intersect(ids, StringComparer.OrdinalIgnoreCase)];
    }

    private static string Needs(Feature feature, IEnumerable<Feature> features) =>
        string.Join(", ", features.Where(other => !other.IsAlwaysEnabled && feature.Dependencies.Contains(other.Id, StringComparer.OrdinalIgnoreCase)).Select(other => other.Name));
}

/// <param name="Needs">Names of what comes along, comma-separated; empty for none.</param>
public sealed record FeatureSwitch(Feature Feature, bool IsOn, string Needs);

/// <summary>What the chosen switches amount to.</summary>
public sealed record FeaturePlanPage(TenantOverview Tenant, FeaturePlan Plan, IReadOnlyList<string> Add, IReadOnlyList<string> Remove)
{
    public static FeaturePlanPage Of(ITenants tenants, TenantOverview tenant, IReadOnlyCollection<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(tenant);
        var on = FeatureSwitches.Known(tenants, tenants.PlanFeatures(tenant.Name, [], []).Same.Select(feature => feature.Id));
        var chosen = FeatureSwitches.Known(tenants, wanted);
        string[] add = [.. chosen.Except(on, StringComparer.OrdinalIgnoreCase)];
        string[] remove = [.. on.Except(chosen, StringComparer.OrdinalIgnoreCase)];
        return new(tenant, tenants.PlanFeatures(tenant.Name, add, remove), add, remove);
    }
}
