using System.CommandLine;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Web.Commands;

/// <summary><c>recipe run FILE --tenant T [--dry-run]</c>.</summary>
internal static class RecipeCommands
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A recipe file." };
        var tenant = new Option<string>("--tenant") { Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only list what would change." };
        var parameter = new Option<string[]>("--parameter") { Description = "A parameter of the recipe.", HelpName = "NAME=VALUE" };
        var run = new Command("run", "Runs or previews a recipe on a tenant.") { file, tenant, dryRun, parameter };
        run.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
                throw new CommandException($"There is no recipe file {path}.");
            var settings = services.GetRequiredService<TenantStore>().Find(parsed.GetValue(tenant)!)
                ?? throw new CommandException($"There is no tenant called '{parsed.GetValue(tenant)}'.");
            var changes = await services.GetRequiredService<RecipeRunner>().RunAsync(
                settings,
                Recipe.Parse(await File.ReadAllTextAsync(path, cancellationToken), Path.GetFileName(path)),
                RecipeParameters.Parse(parsed.GetValue(parameter)),
                parsed.GetValue(dryRun),
                cancellationToken);
            foreach (var change in changes)
                Console.WriteLine(change);
            if (changes.Count == 0)
                Console.WriteLine("Nothing to change.");
            return 0;
        }));
        return new Command("recipe", "Runs recipes.") { run };
    }
}
