using Microsoft.EntityFrameworkCore;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>The tenant's roles: those every tenant knows and those that a recipe described.</summary>
public sealed class RoleStore(UsersDbContext context, RoleCatalog catalog)
{
    /// <summary>Every role a user of this tenant can hold.</summary>
    public async Task<IReadOnlyList<string>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var stored = await context.Roles.IgnoreAutoIncludes().Select(role => role.Name).ToListAsync(cancellationToken);
        return [.. catalog.BuiltIn.Union(stored.Where(catalog.MayExist))];
    }

    public Task<Role?> FindAsync(string name, CancellationToken cancellationToken) =>
        context.Roles.SingleOrDefaultAsync(role => role.Name == name, cancellationToken);

    /// <summary>What the roles grant together.</summary>
    public async Task<IReadOnlySet<string>> GrantedAsync(IEnumerable<string> roles, CancellationToken cancellationToken)
    {
        var names = roles.ToList();
        var stored = await context.Roles.AsNoTracking().Where(role => names.Contains(role.Name) && role.HasOwnPermissions)
            .ToDictionaryAsync(role => role.Name, cancellationToken);
        return names.SelectMany(name => catalog.Granted(name, stored.GetValueOrDefault(name)?.Permissions.Select(row => row.Permission))).ToHashSet();
    }

    /// <summary>The row that memberships point at, made if nobody needed it before.</summary>
    public async Task<Role> EnsureAsync(string name, CancellationToken cancellationToken)
    {
        var role = await FindAsync(name, cancellationToken);
        if (role is null)
        {
            role = new Role { Name = name };
            context.Roles.Add(role);
            await context.SaveChangesAsync(cancellationToken);
        }

        return role;
    }

    public async Task DescribeAsync(Role role, string description, IReadOnlyCollection<string>? permissions, CancellationToken cancellationToken)
    {
        role.Description = description;
        if (permissions is not null)
        {
            role.HasOwnPermissions = true;
            role.Permissions.RemoveAll(row => !permissions.Contains(row.Permission));
            var held = role.Permissions.Select(row => row.Permission).ToHashSet();
            role.Permissions.AddRange(permissions.Where(held.Add).Select(permission => new RolePermission { RoleName = role.Name, Permission = permission }));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The role has again what the modules give it by default.</summary>
    public Task ForgetPermissionsAsync(Role role, CancellationToken cancellationToken)
    {
        role.HasOwnPermissions = false;
        role.Permissions.Clear();
        return context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Only a role that nobody holds can go: the foreign key of memberships says so.</summary>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } role)
            return;
        context.Roles.Remove(role);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<int> CountHoldersAsync(string name, CancellationToken cancellationToken) =>
        context.Set<UserRole>().CountAsync(row => row.RoleName == name, cancellationToken);

    public Task<Dictionary<string, int>> CountHoldersAsync(CancellationToken cancellationToken) => context.Set<UserRole>()
        .GroupBy(row => row.RoleName).Select(group => new { group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
