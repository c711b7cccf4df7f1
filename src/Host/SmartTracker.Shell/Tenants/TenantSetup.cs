using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Recipes;

namespace SmartTracker.Shell.Tenants;

/// <summary>Sets tenants up. While the recipe runs the tenant is initializing; one that fails leaves nothing behind, and one whose process
/// died is cleared away by the next that looks.</summary>
public sealed partial class TenantSetup(
    TenantStore store, FeatureCatalog catalog, RecipeLibrary recipes, RecipeRunner runner, DataFolder folder, TenantDatabases databases, HostConfiguration host,
    ILogger<TenantSetup> logger)
{
    /// <exception cref="TenantRefusedException">Something given is not acceptable, or the tenant is there already. Nothing was changed.</exception>
    /// <exception cref="RecipeException">The recipe could not be run. Nothing is left behind.</exception>
    public async Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var recipe = Recipe(tenant);
        TenantRules.CheckName(tenant.Name);
        using var claim = SetupClaim.TryTake(folder, tenant.Name)
            ?? throw new TenantRefusedException(nameof(NewTenant.Name), "The tenant '{0}' is being set up at this moment.", tenant.Name);
        await ClearAsync(tenant.Name);
        Check(tenant);

        var before = store.FindNow(tenant.Name);
        var planned = Planned(tenant, recipe, before);
        await databases.RequireUnusedAsync(planned, cancellationToken);
        var settings = await store.UpdateAsync(tenant.Name, _ =>
        {
            Check(tenant);
            return planned;
        }, cancellationToken);

        try
        {
            await runner.RunAsync(settings!, recipe, Parameters(tenant), dryRun: false, cancellationToken);
            await store.UpdateAsync(tenant.Name, stored => stored! with { State = TenantState.Running }, CancellationToken.None);
        }
        catch
        {
            await TryUndoAsync(settings!, before);
            throw;
        }
    }

    /// <summary>Clears away what a process that died during a setup left of tenants.</summary>
    public async Task ClearAbandonedAsync()
    {
        foreach (var settings in store.List().Where(settings => settings.State == TenantState.Initializing))
        {
            using var claim = SetupClaim.TryTake(folder, settings.Name);
            if (claim is not null)
                await ClearAsync(settings.Name);
        }
    }

    /// <summary>Only for the holder of the claim: nobody else is setting this tenant up.</summary>
    private async Task ClearAsync(string tenant)
    {
        // What was read a second ago may have been finished by the claim's last holder.
        if (store.FindNow(tenant) is { State: TenantState.Initializing } left)
            await UndoAsync(left, before: null);
    }

    private void Check(NewTenant tenant) =>
        TenantRules.Check(tenant.Name, tenant.UrlPrefix, tenant.UrlHost, store.List(), catalog.ReservedPrefixes);

    private ShellSettings Planned(NewTenant tenant, Recipe recipe, ShellSettings? before)
    {
        var (engine, connectionString) = Database(tenant);
        before ??= new ShellSettings { Name = tenant.Name };
        return before with
        {
            State = TenantState.Initializing,
            TenantId = before.TenantId.Length > 0 ? before.TenantId : ShellSettings.NewVersion(),
            RequestUrlPrefix = tenant.UrlPrefix,
            RequestUrlHost = tenant.UrlHost,
            DatabaseProvider = engine,
            ConnectionString = connectionString,
            // A schema cannot be shared by accident: two tenants' names differ in more than case.
            Schema = tenant.Name.ToLowerInvariant(),
            RecipeName = recipe.Name,
        };
    }

    /// <summary>The recipe, with what was chosen for the site as its last word.</summary>
    private Recipe Recipe(NewTenant tenant)
    {
        try
        {
            var recipe = recipes.Find(tenant.Recipe);
            return tenant.Site is { } site ? recipe with { Steps = [.. recipe.Steps, Settings(site)] } : recipe;
        }
        catch (RecipeException exception)
        {
            throw new TenantRefusedException(nameof(NewTenant.Recipe), "{0}", exception.Message);
        }
    }

    private static JsonObject Settings(NewSite site)
    {
        var step = new JsonObject { ["name"] = "settings" };
        foreach (var (key, value) in new[]
        {
            (nameof(NewSite.SiteName), site.SiteName), (nameof(NewSite.TimeZoneId), site.TimeZoneId),
            (nameof(NewSite.Currency), site.Currency), (nameof(NewSite.Culture), site.Culture),
        })
        {
            if (value.Length > 0)
                step[key] = value;
        }

        return step;
    }

    /// <summary>Orchard's spellings differ from ours in case only. An e-mail address may be missing.</summary>
    private static Dictionary<string, string> Parameters(NewTenant tenant)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["adminEmail"] = "" };
        if (tenant.Name == Tenant.DefaultName)
            parameters["adminUserName"] = "operator";
        foreach (var (name, value) in tenant.Parameters ?? new Dictionary<string, string>())
            parameters[name] = value;
        return parameters;
    }

    private (DatabaseEngine Engine, string ConnectionString) Database(NewTenant tenant)
    {
        if (tenant.Database.Length == 0 && tenant.ConnectionString.Length == 0
            && store.Find(Tenant.DefaultName) is { ConnectionString.Length: > 0 } provider)
        {
            return (provider.DatabaseProvider, provider.ConnectionString);
        }

        var wanted = tenant.Database.Length > 0 ? tenant.Database : host.Values["SmartTracker:Database:Provider"] ?? nameof(DatabaseEngine.Sqlite);
        return Enum.TryParse<DatabaseEngine>(wanted, ignoreCase: true, out var engine)
            ? (engine, engine == DatabaseEngine.Postgres ? tenant.ConnectionString : "")
            : throw new TenantRefusedException(nameof(NewTenant.Database), "The database '{0}' is unknown. Take sqlite or postgres.", wanted);
    }

    /// <summary>Where the database is out of reach the tenant stays initializing, and is cleared away once it answers again.</summary>
    private async Task TryUndoAsync(ShellSettings settings, ShellSettings? before)
    {
        try
        {
            await UndoAsync(settings, before);
        }
        catch (DbException exception)
        {
            LogLeft(logger, settings.Name, exception);
        }
    }

    /// <summary>Back to what was there before, which is nothing unless the tenant was waiting to be set up.</summary>
    private async Task UndoAsync(ShellSettings settings, ShellSettings? before)
    {
        await databases.DropAsync(settings);
        await store.UpdateAsync(settings.Name, _ => before, CancellationToken.None);
        if (before is null && Directory.Exists(folder.Site(settings.Name)))
            Directory.Delete(folder.Site(settings.Name), recursive: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the failed setup of {Tenant} left in its database could not be removed yet.")]
    private static partial void LogLeft(ILogger logger, string tenant, Exception exception);
}
