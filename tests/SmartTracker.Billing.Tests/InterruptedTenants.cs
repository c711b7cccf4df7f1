using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Billing.Tests;

/// <summary>An installation in which something else happens, or fails, just before the first work in a customer's tenant begins: what a race does by chance, at will.</summary>
internal sealed class InterruptedTenants(ITenants tenants, Func<Task> interruption) : ITenants
{
    private bool _happened;

    public IReadOnlyList<TenantOverview> List() => tenants.List();

    public async Task<T> RunAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!_happened)
        {
            _happened = true;
            await interruption();
        }

        return await tenants.RunAsync(tenant, work, cancellationToken);
    }

    public IReadOnlyList<RecipeOverview> ListRecipes() => tenants.ListRecipes();

    public IReadOnlyList<Feature> ListFeatures() => tenants.ListFeatures();

    public Task EditAsync(string tenant, TenantEdit edit, CancellationToken cancellationToken) => tenants.EditAsync(tenant, edit, cancellationToken);

    public FeaturePlan PlanFeatures(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove) => tenants.PlanFeatures(tenant, add, remove);

    public Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken) => tenants.CreateAsync(tenant, cancellationToken);

    public Task EnableAsync(string tenant, CancellationToken cancellationToken) => tenants.EnableAsync(tenant, cancellationToken);

    public Task DisableAsync(string tenant, CancellationToken cancellationToken) => tenants.DisableAsync(tenant, cancellationToken);

    public Task ChangeFeaturesAsync(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken) =>
        tenants.ChangeFeaturesAsync(tenant, add, remove, cancellationToken);
}
