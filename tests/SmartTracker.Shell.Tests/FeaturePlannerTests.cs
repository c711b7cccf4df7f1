using CsCheck;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Tests;

public sealed class FeaturePlannerTests
{
    private static readonly FeatureCatalog Catalog = new(
        [Feature("Users") with { IsAlwaysEnabled = true }, Feature("Printers", "Users"), Feature("Collection", "Printers"), Feature("Costing", "Collection"), Feature("Reports", "Users")]);

    private static readonly FeaturePlanner Planner = new(Catalog);

    [Fact]
    public void What_a_feature_needs_comes_along_and_says_why()
    {
        var plan = Planner.Plan(["Reports"], isDefault: false, add: ["Costing"], remove: []);
        Assert.Equal(["Printers NeededBy Costing", "Collection NeededBy Costing", "Costing Chosen "], plan.On.Select(Words));
        Assert.Empty(plan.Off);
        Assert.Equal(["Users", "Reports"], plan.Same.Select(feature => feature.Id));
    }

    [Fact]
    public void What_needs_a_removed_feature_goes_with_it_and_so_does_what_it_alone_needed()
    {
        var plan = Planner.Plan(["Costing", "Reports"], isDefault: false, add: [], remove: ["Collection"]);
        Assert.Equal(["Printers NoLongerNeeded Collection", "Collection Chosen ", "Costing Needs Collection"], plan.Off.Select(Words));
    }

    [Fact]
    public void A_feature_asked_for_wins_over_the_removal_of_what_it_needs()
    {
        var plan = Planner.Plan(["Printers"], isDefault: false, add: ["Costing"], remove: ["Printers"]);
        Assert.Empty(plan.Off);
        Assert.Equal(["Collection NeededBy Costing", "Costing Chosen "], plan.On.Select(Words));
    }

    [Fact]
    public void The_plan_is_what_happens() => Gen.Select(Ids, Ids, Ids).Sample((chosen, add, remove) =>
    {
        var plan = Planner.Plan(chosen, isDefault: false, add, remove);
        var after = Catalog.Enabled(Planner.Choose(chosen, add, remove), isDefaultTenant: false);
        return plan.Same.Concat(plan.On.Select(change => change.Feature)).ToHashSet().SetEquals(after)
            && plan.On.Concat(plan.Off).All(change => change.Reason == FeatureReason.Chosen != change.Other is not null)
            && !plan.On.Select(change => change.Feature).Intersect(plan.Off.Select(change => change.Feature)).Any();
    }, iter: 2_000);

    private static Gen<string[]> Ids => Gen.Int[0, 3].Select(i => new[] { "Printers", "Collection", "Costing", "Reports" }[i]).Array[0, 3];

    private static string Words(FeatureChange change) => $"{change.Feature.Id} {change.Reason} {change.Other?.Id}";

    private static Feature Feature(string id, params string[] dependencies) =>
        new(id, id, "", "", dependencies, DefaultTenantOnly: false, IsAlwaysEnabled: false, IsTheme: false, typeof(FeaturePlannerTests).Assembly);
}
