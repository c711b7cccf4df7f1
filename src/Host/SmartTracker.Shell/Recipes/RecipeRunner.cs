using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Recipes;

/// <summary>Runs a recipe on a tenant: everything is checked on the shell as it will be before anything is changed, then all steps
/// run in one transaction.</summary>
public sealed class RecipeRunner(FeatureCatalog catalog, TenantStore store, ShellHost shells, HostConfiguration host)
{
    /// <summary>Runs or (dry) only checks. Answers the changes in words.</summary>
    /// <exception cref="RecipeException">Something in the recipe is wrong; nothing was changed.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        ShellSettings settings, Recipe recipe, IReadOnlyDictionary<string, string> parameters, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var expressions = new RecipeExpressions(recipe.Variables, parameters, key => host.Values["SmartTracker:RecipeParameters:" + key]);
        var steps = recipe.Steps.Select(expressions.Expand).ToArray();

        var changes = new List<string>();
        var shellSteps = new ShellSteps(catalog);
        var future = steps.Where(step => ShellSteps.Knows(Name(step)))
            .Aggregate(settings, (current, step) => shellSteps.Apply(current, step, changes));
        var tenantSteps = steps.Where(step => !ShellSteps.Knows(Name(step))).ToArray();

        var trial = await shells.BuildAsync(future);
        try
        {
            await ShellHost.RunAsync(trial, async services =>
            {
                var known = services.GetRequiredService<RecipeSteps>();
                foreach (var step in tenantSteps)
                    _ = known.Find(Name(step));
                foreach (var step in tenantSteps)
                    changes.AddRange(await known.Find(Name(step)).PlanAsync(step, cancellationToken));
                return changes;
            });
            if (dryRun)
                return changes;

            return await ShellHost.RunAsync(trial, async services =>
            {
                var known = services.GetRequiredService<RecipeSteps>();
                await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(cancellationToken);
                foreach (var step in tenantSteps)
                    await known.Find(Name(step)).ExecuteAsync(step, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                await store.UpdateAsync(settings.Name, stored => (stored ?? future) with { Features = future.Features, Site = future.Site }, cancellationToken);
                return changes;
            });
        }
        finally
        {
            await trial.RetireAsync();
        }
    }

    private static string Name(JsonObject step) => step["name"]!.ToString();
}
