namespace SmartTracker.Abstractions.Tenants;

/// <summary>All tenants of the installation, for code that works across them. Only host-level work and features of the Default tenant may use it.</summary>
public interface ITenants
{
    /// <summary>Every tenant, Default first, then by name.</summary>
    IReadOnlyList<TenantOverview> List();

    /// <summary>Runs work in a new scope of a running tenant: its services, its database, its culture.</summary>
    /// <exception cref="TenantUnavailableException">There is no such tenant, or it is not running.</exception>
    Task<T> RunAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Creates a tenant from a recipe and runs it. A tenant that cannot be set up leaves nothing behind.</summary>
    /// <exception cref="TenantRefusedException">The name, prefix or recipe is not acceptable; the message says what to do.</exception>
    Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken);

    Task EnableAsync(string tenant, CancellationToken cancellationToken);

    Task DisableAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>Switches features on (with what they depend on) and off (with what depends on them).</summary>
    Task ChangeFeaturesAsync(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken);
}

/// <summary>What is needed to create a tenant.</summary>
/// <param name="Database"><c>Sqlite</c> or <c>Postgres</c>; empty takes the host's default.</param>
/// <param name="Parameters">Values for <c>[js: parameters('…')]</c> in the recipe.</param>
public sealed record NewTenant(
    string Name,
    string Recipe,
    string UrlPrefix,
    string UrlHost = "",
    string Database = "",
    IReadOnlyDictionary<string, string>? Parameters = null);

/// <summary>A change of tenants that is not acceptable; the message says why and what to do.</summary>
public sealed class TenantRefusedException(string message) : Exception(message);

/// <summary>The tenant is unknown, not set up yet or disabled.</summary>
public sealed class TenantUnavailableException(string message) : Exception(message);
