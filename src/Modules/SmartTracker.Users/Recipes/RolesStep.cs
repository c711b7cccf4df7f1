using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Recipes;

/// <summary><c>{"name":"Roles","Roles":[{"Name":"Customer","Description":"…","Permissions":["Bills.View"]}]}</c></summary>
internal sealed class RolesStep(RoleStore roles, RoleCatalog catalog, PlannedRoles planned) : IRecipeStep
{
    public string Name => "Roles";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var changes = new List<string>();
        foreach (var entry in RoleEntry.Read(step, catalog))
        {
            planned.Add(entry.Name);
            var role = await roles.FindAsync(entry.Name, cancellationToken);
            if (role is null)
                changes.Add($"Describe the role {entry.Name}.");
            else if (Differs(role, entry))
                changes.Add($"Change the role {entry.Name}.");
        }

        return changes;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var entry in RoleEntry.Read(step, catalog))
        {
            var role = await roles.EnsureAsync(entry.Name, cancellationToken);
            await roles.DescribeAsync(role, entry.Description, entry.Permissions, cancellationToken);
        }
    }

    private static bool Differs(Role role, RoleEntry entry) => role.Description != entry.Description
        || (entry.Permissions is not null
            && (!role.HasOwnPermissions || !role.Permissions.Select(row => row.Permission).ToHashSet().SetEquals(entry.Permissions)));
}
