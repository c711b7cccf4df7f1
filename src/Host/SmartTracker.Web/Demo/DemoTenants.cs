using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Web.Demo;

/// <summary>Creates the provider and its customers from the recipes, where they are not there yet.</summary>
internal sealed class DemoTenants(ITenants tenants, DemoState state)
{
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync(Tenant.DefaultName, "demo-provider", "", new Dictionary<string, string> { ["password"] = state.Password }, cancellationToken);
        foreach (var customer in DemoState.Customers)
        {
            var parameters = new Dictionary<string, string> { ["password"] = state.Password };
            foreach (var (index, printer) in state.PrintersOf(customer).Index())
            {
                parameters[$"printer{index + 1}"] = printer.Address.ToString();
                parameters[$"printer{index + 1}Password"] = printer.AdminPassword;
            }

            await EnsureAsync(customer, customer, customer, parameters, cancellationToken);
        }
    }

    private async Task EnsureAsync(string name, string recipe, string prefix, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        if (tenants.List().Any(tenant => tenant.Name == name && tenant.State is TenantState.Running))
            return;
        await Console.Error.WriteLineAsync($"Creating {name} from its recipe …");
        await tenants.CreateAsync(new NewTenant(name, recipe, prefix, Database: "Sqlite", Parameters: parameters), cancellationToken);
    }
}
