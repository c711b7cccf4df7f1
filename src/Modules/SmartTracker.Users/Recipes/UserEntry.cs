using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;

namespace SmartTracker.Users.Recipes;

/// <summary>One user of a <c>Users</c> step.</summary>
/// <param name="Password">Only needed to create the user.</param>
internal sealed record UserEntry(string UserName, string? Email, IReadOnlyList<string> RoleNames, string? Password, StepFields Fields)
{
    /// <exception cref="RecipeException">Names the field that is wrong.</exception>
    public static IReadOnlyList<UserEntry> Read(JsonObject step, IReadOnlySet<string> roles) =>
        [.. StepFields.List(step, "Users", "UserName", "Email", "RoleNames", "Password").Select(fields => Read(fields, roles))];

    private static UserEntry Read(StepFields fields, IReadOnlySet<string> roles)
    {
        var entry = new UserEntry(
            fields.Required("UserName").Trim(), fields.Optional("Email"), fields.Texts("RoleNames") ?? [], fields.Optional("Password"), fields);
        if (entry.RoleNames.Count == 0)
            throw fields.Wrong("RoleNames", "must name at least one role; without one the user could not open a page.");
        if (entry.RoleNames.FirstOrDefault(role => !roles.Contains(role)) is { } unknown)
            throw fields.Wrong("RoleNames", $"names '{unknown}'. This tenant has {string.Join(", ", roles.Order(StringComparer.Ordinal))}.");
        return entry;
    }
}
