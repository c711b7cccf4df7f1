using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Recipes;

/// <summary><c>{"name":"Users","Users":[{"UserName":"…","Email":"…","RoleNames":["Administrator"],"Password":"…"}]}</c>.
/// Whoever is there already keeps name, address and password and gets the roles that are missing.</summary>
internal sealed class UsersStep(UserManager<User> users, UserRegister register, RoleStore roles, PlannedRoles planned) : IRecipeStep
{
    public string Name => "Users";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var changes = new List<string>();
        foreach (var entry in await ReadAsync(step, cancellationToken))
        {
            var user = await users.FindByNameAsync(entry.UserName);
            if (user is null)
            {
                Refuse(entry, await register.CheckAsync(Wanted(entry)));
                changes.Add($"Create the user {entry.UserName} ({string.Join(", ", entry.RoleNames)}).");
            }
            else if (entry.RoleNames.Except(user.RoleNames).ToList() is { Count: > 0 } missing)
            {
                changes.Add($"Give {entry.UserName} the role {string.Join(", ", missing)}.");
            }
        }

        return changes;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var entry in await ReadAsync(step, cancellationToken))
        {
            if (await users.FindByNameAsync(entry.UserName) is { } user)
                await register.AddRolesAsync(user, entry.RoleNames, cancellationToken);
            else
                Refuse(entry, await register.AddAsync(Wanted(entry), cancellationToken));
        }
    }

    private async Task<IReadOnlyList<UserEntry>> ReadAsync(JsonObject step, CancellationToken cancellationToken) =>
        UserEntry.Read(step, planned.Names.Union(await roles.ListNamesAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal));

    private static NewUser Wanted(UserEntry entry) => new(
        entry.UserName, entry.Email, entry.Password ?? throw entry.Fields.Wrong("Password", "is missing: a new user needs one."), entry.RoleNames);

    private static void Refuse(UserEntry entry, IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is { } error)
            throw entry.Fields.Wrong(error.Code, $"cannot be used. {error.Description}");
    }
}
