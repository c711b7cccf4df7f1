using System.CommandLine;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Web.Commands;

/// <summary><c>tenant create|list|enable|disable|feature</c>: the same operations as the provider's pages.</summary>
internal static class TenantCommands
{
    public static Command Create() => new("tenant", "Creates and changes tenants.")
    {
        CreateTenant(),
        List(),
        Switch("enable", "Lets a disabled tenant run again.", (tenants, name, cancel) => tenants.EnableAsync(name, cancel)),
        Switch("disable", "Stops a tenant; its data stays.", (tenants, name, cancel) => tenants.DisableAsync(name, cancel)),
        Feature(),
    };

    private static Command CreateTenant()
    {
        var name = new Argument<string>("NAME");
        var recipe = new Option<string>("--recipe") { Required = true, Description = "The recipe to set it up with." };
        var prefix = new Option<string>("--prefix") { Description = "First segment of its addresses.", DefaultValueFactory = _ => "" };
        var host = new Option<string>("--host") { Description = "Host names, comma-separated.", DefaultValueFactory = _ => "" };
        var database = new Option<string>("--database") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "" };
        var parameter = new Option<string[]>("--parameter") { Description = "A parameter of the recipe.", HelpName = "NAME=VALUE" };
        var command = new Command("create", "Creates a tenant from a recipe.") { name, recipe, prefix, host, database, parameter };
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            await services.GetRequiredService<ITenants>().CreateAsync(new NewTenant(
                parsed.GetValue(name)!,
                parsed.GetValue(recipe)!,
                parsed.GetValue(prefix)!,
                parsed.GetValue(host)!,
                parsed.GetValue(database)!,
                RecipeParameters.Parse(parsed.GetValue(parameter))), cancellationToken);
            Console.WriteLine($"Tenant {parsed.GetValue(name)} is running.");
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists all tenants.");
        command.SetAction(HostCommand.On((services, _, _) =>
        {
            foreach (var tenant in services.GetRequiredService<ITenants>().List())
                Console.WriteLine($"{tenant.Name}\t{tenant.State}\t{tenant.UrlHost}/{tenant.UrlPrefix}\t{string.Join(' ', tenant.Features)}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Switch(string verb, string description, Func<ITenants, string, CancellationToken, Task> change)
    {
        var name = new Argument<string>("NAME");
        var command = new Command(verb, description) { name };
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            await change(services.GetRequiredService<ITenants>(), parsed.GetValue(name)!, cancellationToken);
            Console.WriteLine($"Tenant {parsed.GetValue(name)} is {verb}d.");
            return 0;
        }));
        return command;
    }

    private static Command Feature()
    {
        var name = new Argument<string>("NAME");
        var changes = new Argument<string[]>("CHANGES") { Description = "+Id switches a feature on, -Id off.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("feature", "Switches features of a tenant.") { name, changes };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var wanted = parsed.GetValue(changes)!.Concat(parsed.UnmatchedTokens).ToArray();
            if (wanted.FirstOrDefault(change => change.Length < 2 || change[0] is not ('+' or '-')) is { } wrong)
                throw new CommandException($"'{wrong}' is neither +Id nor -Id.", ExitCode: 2);
            await services.GetRequiredService<ITenants>().ChangeFeaturesAsync(
                parsed.GetValue(name)!,
                [.. wanted.Where(change => change[0] == '+').Select(change => change[1..])],
                [.. wanted.Where(change => change[0] == '-').Select(change => change[1..])],
                cancellationToken);
            Console.WriteLine($"Tenant {parsed.GetValue(name)}: {string.Join(' ', wanted)}.");
            return 0;
        }));
        return command;
    }
}
