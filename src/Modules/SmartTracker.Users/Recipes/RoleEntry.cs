using System.Text.Json.Nodes;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Recipes;

/// <summary>One role of a <c>Roles</c> step. Without a list of permissions the role keeps what the modules give it.</summary>
internal sealed record RoleEntry(string Name, string Description, IReadOnlyList<string>? Permissions)
{
    /// <exception cref="SmartTracker.Abstractions.Recipes.RecipeException">Names the field that is wrong.</exception>
    public static IReadOnlyList<RoleEntry> Read(JsonObject step, RoleCatalog catalog) =>
        [.. StepFields.List(step, "Roles", "Name", "Description", "Permissions").Select(fields => Read(fields, catalog))];

    private static RoleEntry Read(StepFields fields, RoleCatalog catalog)
    {
        var entry = new RoleEntry(fields.Required("Name"), fields.Optional("Description") ?? "", fields.Texts("Permissions"));
        if (!catalog.MayExist(entry.Name))
            throw fields.Wrong("Name", $"cannot be {entry.Name}: that role runs the installation and exists only in the Default tenant.");
        if (entry.Permissions is null)
            return entry;
        if (RoleCatalog.IsFixed(entry.Name))
            throw fields.Wrong("Permissions", $"cannot be given: {entry.Name} always holds every permission of its tenant. Leave the list out.");
        if (entry.Permissions.FirstOrDefault(permission => !catalog.Declares(permission)) is { } unknown)
            throw fields.Wrong("Permissions", $"names '{unknown}', which no feature of this tenant declares.");
        return entry;
    }
}
