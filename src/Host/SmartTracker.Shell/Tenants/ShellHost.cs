using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Recipes;

namespace SmartTracker.Shell.Tenants;

/// <summary>All running shells. Each is built once, on first use, however many requests ask at the same time, and replaced when its
/// tenant's settings change.</summary>
public sealed class ShellHost(TenantStore store, FeatureCatalog catalog, FeatureWords words, SchemaMigrator migrator, IServiceProvider services) : ITenants, IAsyncDisposable
{
    private readonly FeaturePlanner _planner = new(catalog);
    private readonly ConcurrentDictionary<string, (string Version, Lazy<Task<ShellContainer>> Shell)> _shells = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<TenantOverview> List() => [.. store.List().Select(settings => settings.ToOverview())];

    public IReadOnlyList<RecipeOverview> ListRecipes() => services.GetRequiredService<SetupRecipes>().For(isDefaultTenant: false);

    public IReadOnlyList<Feature> ListFeatures() => [.. catalog.All.Select(words.Say)];

    /// <summary>The tenant's shell, migrated and ready, held until the answer is disposed.</summary>
    public async Task<ShellContainer.Use> UseAsync(ShellSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        while (true)
        {
            var entry = _shells.GetOrAdd(settings.Name, _ => Entry(store.Find(settings.Name) ?? settings));
            if (entry.Version != settings.VersionId)
            {
                // A request may hold settings that were replaced while it waited: it must not bring the old shell back.
                var current = store.Find(settings.Name) ?? settings;
                if (entry.Version != current.VersionId)
                    entry = Replace(entry, current);
            }

            try
            {
                if ((await entry.Shell.Value.WaitAsync(cancellationToken)).TryUse() is { } use)
                    return use;
            }
            catch (Exception) when (entry.Shell.Value.IsFaulted)
            {
                // A failed start is tried again by the next request instead of being remembered.
                _shells.TryRemove(KeyValuePair.Create(settings.Name, entry));
                throw;
            }
        }
    }

    /// <summary>Lets go of shells that nobody has used for so long; the next request builds them again.</summary>
    public async Task ReleaseIdleAsync(TimeSpan idle)
    {
        foreach (var (name, entry) in _shells)
        {
            if (entry.Shell is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
                && entry.Shell.Value.Result is var shell
                && shell.IdleFor >= idle
                && _shells.TryRemove(KeyValuePair.Create(name, entry)))
            {
                await shell.RetireAsync();
            }
        }
    }

    /// <summary>Lets go of shells whose tenant is no longer as they were built. What runs in them ends first.</summary>
    public async Task ReleaseChangedAsync()
    {
        foreach (var (name, entry) in _shells)
        {
            if (store.Find(name) is { State: TenantState.Running } settings && settings.VersionId == entry.Version)
                continue;
            if (_shells.TryRemove(KeyValuePair.Create(name, entry)) && entry.Shell.IsValueCreated)
                await RetireAsync(entry.Shell.Value);
        }
    }

    public async Task<T> RunAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        var settings = store.Find(tenant) ?? throw new TenantUnavailableException($"There is no tenant called '{tenant}'.");
        if (settings.State != TenantState.Running)
            throw new TenantUnavailableException($"The tenant '{tenant}' is {settings.State.ToString().ToLowerInvariant()}, not running.");

        await using var use = await UseAsync(settings, cancellationToken);
        return await RunAsync(use.Shell, work);
    }

    public Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken) =>
        services.GetRequiredService<TenantSetup>().CreateAsync(tenant, cancellationToken);

    public Task EnableAsync(string tenant, CancellationToken cancellationToken) => ChangeStateAsync(tenant, TenantState.Running, cancellationToken);

    public Task DisableAsync(string tenant, CancellationToken cancellationToken) => ChangeStateAsync(tenant, TenantState.Disabled, cancellationToken);

    public Task EditAsync(string tenant, TenantEdit edit, CancellationToken cancellationToken) =>
        services.GetRequiredService<TenantEditing>().EditAsync(tenant, edit, cancellationToken);

    public FeaturePlan PlanFeatures(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove)
    {
        CheckFeatures(tenant, add.Concat(remove));
        var settings = store.Find(tenant) ?? throw Unknown(tenant);
        return words.Say(_planner.Plan(settings.Features, settings.IsDefault, add, remove));
    }

    public Task ChangeFeaturesAsync(string tenant, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken)
    {
        CheckFeatures(tenant, add.Concat(remove));
        return ChangeAsync(tenant, settings => settings with { Features = _planner.Choose(settings.Features, add, remove) }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, shell) in _shells.Values)
        {
            if (shell is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                await shell.Value.Result.RetireAsync();
        }
    }

    /// <summary>Runs work in a scope of a shell that need not be published, such as one that a recipe is tried on.</summary>
    internal static async Task<T> RunAsync<T>(ShellContainer shell, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = shell.Services.CreateAsyncScope();
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = scope.ServiceProvider.GetRequiredService<Tenant>().Culture;
        try
        {
            return await work(scope.ServiceProvider);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    internal async Task<ShellContainer> BuildAsync(ShellSettings settings)
    {
        await migrator.MigrateAsync(settings, catalog.Enabled(settings.Features, settings.IsDefault), CancellationToken.None);
        return services.GetRequiredService<ShellBuilder>().Build(settings);
    }

    private void CheckFeatures(string tenant, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            var feature = catalog.Find(id) ?? throw new TenantRefusedException($"There is no feature '{id}'. Known are: {string.Join(", ", catalog.All.Select(known => known.Id))}.");
            if (feature.IsAlwaysEnabled)
                throw new TenantRefusedException($"The feature {feature.Id} is always on.");
            if (feature.DefaultTenantOnly && tenant != Tenant.DefaultName)
                throw new TenantRefusedException($"Only the Default tenant can have the feature {feature.Id}.");
        }
    }

    private Task ChangeStateAsync(string tenant, TenantState state, CancellationToken cancellationToken)
    {
        if (tenant == Tenant.DefaultName)
            throw new TenantRefusedException("The Default tenant is the provider's own and always runs.");
        return ChangeAsync(tenant, settings => settings.State is TenantState.Running or TenantState.Disabled
            ? settings with { State = state }
            : throw new TenantRefusedException($"The tenant '{tenant}' is not set up yet."), cancellationToken);
    }

    private Task ChangeAsync(string tenant, Func<ShellSettings, ShellSettings> change, CancellationToken cancellationToken) =>
        store.UpdateAsync(tenant, stored => change(stored ?? throw Unknown(tenant)), cancellationToken);

    private static TenantRefusedException Unknown(string tenant) => new(nameof(NewTenant.Name), "There is no tenant called '{0}'.", tenant);

    private static async Task RetireAsync(Task<ShellContainer> retired)
    {
        try
        {
            await (await retired).RetireAsync();
        }
        catch (Exception) when (retired.IsFaulted)
        {
            // What never started has nothing to give back; its request was told why.
        }
    }

    private (string Version, Lazy<Task<ShellContainer>> Shell) Entry(ShellSettings settings) =>
        (settings.VersionId, new Lazy<Task<ShellContainer>>(() => Task.Run(() => BuildAsync(settings))));

    /// <summary>Whoever exchanges the entry retires the old shell; everybody else takes what the winner put there.</summary>
    private (string Version, Lazy<Task<ShellContainer>> Shell) Replace((string Version, Lazy<Task<ShellContainer>> Shell) current, ShellSettings settings)
    {
        var replacement = Entry(settings);
        if (!_shells.TryUpdate(settings.Name, replacement, current))
            return _shells.GetOrAdd(settings.Name, _ => replacement);
        if (current.Shell.IsValueCreated)
            _ = RetireAsync(current.Shell.Value);
        return replacement;
    }
}
