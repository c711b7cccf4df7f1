using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>All tenants of the installation, for code that works across them. Only host-level work and features of the Default tenant may use it.</summary>
public interface ITenants
{
    /// <summary>Every tenant, Default first, then by name.</summary>
    IReadOnlyList<TenantOverview> List();

    /// <summary>Recipes that a customer can be created from, by name.</summary>
    IReadOnlyList<RecipeOverview> ListRecipes();

    /// <summary>Every feature of the installation, each after those it needs.</summary>
    IReadOnlyList<Feature> ListFeatures();

    /// <summary>Runs work in a new scope of a running tenant: its services, its database, its culture.</summary>
    /// <exception cref="TenantUnavailableException">There is no such tenant, or it is not running.</exception>
    Task<T> RunAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Creates a tenant from a recipe and runs it. A tenant that cannot be set up leaves nothing behind.</summary>
    /// <exception cref="TenantRefusedException">The name, prefix or recipe is not acceptable; the message says what to do.</exception>
    Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken);

    /// <summary>Changes what a tenant is called and where it lives. Its technical name, folder and data stay.</summary>
    /// <exception cref="TenantRefusedException">The name, prefix or host is not acceptable.</exception>
    Task EditAsync(string tenant, TenantEdit edit, CancellationToken cancellationToken);

    Task EnableAsync(string tenant, CancellationToken cancellationToken);

    Task DisableAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>What <see cref="ChangeFeaturesAsync"/> would do, and why. Changes nothing.</summary>
    /// <exception cref="TenantRefusedException">A feature is unknown, always on, or only for the Default tenant.</exception>
    FeaturePlan PlanFeatures(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove);

    /// <summary>Switches features on (with what they depend on) and off (with what depends on them).</summary>
    Task ChangeFeaturesAsync(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken);
}
