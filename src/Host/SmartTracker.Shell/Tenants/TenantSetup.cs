using Microsoft.Data.Sqlite;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Recipes;

namespace SmartTracker.Shell.Tenants;

/// <summary>Creates tenants. While the recipe runs the tenant is initializing; one that fails leaves nothing behind.</summary>
public sealed class TenantSetup(
    TenantStore store, FeatureCatalog catalog, RecipeLibrary recipes, RecipeRunner runner, DataFolder folder, TenantConnections connections, HostConfiguration host)
{
    public async Task CreateAsync(NewTenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var recipe = FindRecipe(tenant.Recipe);
        var settings = await store.UpdateAsync(tenant.Name, _ =>
        {
            TenantRules.Check(tenant.Name, tenant.UrlPrefix, tenant.UrlHost, store.List(), ReservedPrefixes());
            return new ShellSettings
            {
                Name = tenant.Name,
                State = TenantState.Initializing,
                RequestUrlPrefix = tenant.UrlPrefix,
                RequestUrlHost = tenant.UrlHost,
                DatabaseProvider = Engine(tenant.Database),
                // A schema cannot be shared by accident: two tenants' names differ in more than case.
                Schema = tenant.Name.ToLowerInvariant(),
                RecipeName = recipe.Name,
            };
        }, cancellationToken);

        try
        {
            await runner.RunAsync(settings!, recipe, tenant.Parameters ?? new Dictionary<string, string>(), dryRun: false, cancellationToken);
            await store.UpdateAsync(tenant.Name, stored => stored! with { State = TenantState.Running }, cancellationToken);
        }
        catch
        {
            await RemoveAsync(settings!);
            throw;
        }
    }

    private Recipe FindRecipe(string name)
    {
        try
        {
            return recipes.Find(name);
        }
        catch (RecipeException exception)
        {
            throw new TenantRefusedException(exception.Message);
        }
    }

    private DatabaseEngine Engine(string database)
    {
        var wanted = database.Length > 0 ? database : host.Values["SmartTracker:Database:Provider"] ?? nameof(DatabaseEngine.Sqlite);
        return Enum.TryParse<DatabaseEngine>(wanted, ignoreCase: true, out var engine)
            ? engine
            : throw new TenantRefusedException($"The database '{wanted}' is unknown. Take sqlite or postgres.");
    }

    private IReadOnlyCollection<string> ReservedPrefixes() =>
        TenantRules.ReservedPrefixes.Concat(RouteSegments.Of(catalog)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private async Task RemoveAsync(ShellSettings settings)
    {
        if (settings.DatabaseProvider == DatabaseEngine.Postgres)
        {
            await using var connection = connections.Create(settings);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            // The name passed TenantRules: letters, digits and hyphens only.
#pragma warning disable CA2100
            command.CommandText = $"DROP SCHEMA IF EXISTS \"{settings.Schema}\" CASCADE";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        await store.UpdateAsync(settings.Name, _ => null, CancellationToken.None);
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder.Site(settings.Name)))
            Directory.Delete(folder.Site(settings.Name), recursive: true);
    }
}
