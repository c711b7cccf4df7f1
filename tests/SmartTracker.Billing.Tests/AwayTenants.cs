using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Billing.Tests;

/// <summary>An installation whose customers cannot be reached, as when one was switched off between drafting and delivering.</summary>
internal sealed class AwayTenants(ITenants tenants) : ITenants
{
    public IReadOnlyList<TenantOverview> List() => tenants.List();

    public IReadOnlyList<RecipeOverview> ListRecipes() => tenants.ListRecipes();

    public IReadOnlyList<Feature> ListFeatures() => tenants.ListFeatures();

    public FeaturePlan PlanFeatures(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove) =>
        tenants.PlanFeatures(tenant, add, remove);

    public Task EditAsync(string tenant, TenantEdit edit, CancellationToken cancellationToken) => tenants.EditAsync(tenant, edit, cancellationToken);

    public Task<T> RunAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken) =>
        throw new TenantUnavailableException($"The tenant {tenant} is not running.");

    public Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken) => tenants.CreateAsync(tenant, cancellationToken);

    public Task EnableAsync(string tenant, CancellationToken cancellationToken) => tenants.EnableAsync(tenant, cancellationToken);

    public Task DisableAsync(string tenant, CancellationToken cancellationToken) => tenants.DisableAsync(tenant, cancellationToken);

    public Task ChangeFeaturesAsync(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken) =>
        tenants.ChangeFeaturesAsync(tenant, add, remove, cancellationToken);
}
