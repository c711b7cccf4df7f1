using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Tests;

public sealed class FeatureCatalogTests
{
    [Fact]
    public void A_feature_brings_what_it_depends_on_and_starts_after_it()
    {
        var catalog = new FeatureCatalog([Feature("Collection", "Printers"), Feature("Printers", "Users"), Feature("Users") with { IsAlwaysEnabled = true }, Feature("Other")]);
        Assert.Equal(["Users", "Printers", "Collection"], catalog.Enabled(["Collection"], isDefaultTenant: false).Select(feature => feature.Id));
        Assert.Equal(["Users"], catalog.Enabled([], isDefaultTenant: false).Select(feature => feature.Id));
        Assert.Equal(["Collection"], catalog.DependentsOf("Printers"));
    }

    [Fact]
    public void A_feature_of_the_provider_is_not_for_customers()
    {
        var catalog = new FeatureCatalog([Feature("Tenants") with { DefaultTenantOnly = true, IsAlwaysEnabled = true }]);
        Assert.Empty(catalog.Enabled(["Tenants"], isDefaultTenant: false));
        Assert.Single(catalog.Enabled([], isDefaultTenant: true));
    }

    [Fact]
    public void A_missing_dependency_or_a_circle_stops_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new FeatureCatalog([Feature("A", "B")]));
        Assert.Throws<InvalidOperationException>(() => new FeatureCatalog([Feature("A", "B"), Feature("B", "A")]));
    }

    private static Feature Feature(string id, params string[] dependencies) =>
        new(id, id, "", "", dependencies, DefaultTenantOnly: false, IsAlwaysEnabled: false, IsTheme: false, typeof(FeatureCatalogTests).Assembly);
}
