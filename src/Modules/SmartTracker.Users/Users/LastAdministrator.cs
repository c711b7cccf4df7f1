using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <summary>A tenant never loses the last person who may do everything: the last operator of the provider, the last administrator of a customer.</summary>
public sealed class LastAdministrator(UsersDbContext context, Tenant tenant)
{
    /// <summary>Whether nobody else who can sign in holds the role. Call it in the transaction of the change: it keeps out a second change that asks
    /// the same at the same moment.</summary>
    public async Task<bool> IsAsync(User user, CancellationToken cancellationToken)
    {
        var role = await TopRoleAsync(cancellationToken);
        if (!CanSignIn(user) || !user.RoleNames.Contains(role))
            return false;

        // Locks the row until the transaction ends; what is read after it, others have finished.
        await context.Roles.Where(row => row.Name == role).ExecuteUpdateAsync(set => set.SetProperty(row => row.Description, row => row.Description), cancellationToken);
        return !await Holders(role).AnyAsync(other => other.Id != user.Id, cancellationToken);
    }

    public async Task<string> TopRoleAsync(CancellationToken cancellationToken) =>
        tenant.IsDefault && await Holders(RoleIds.Operator).AnyAsync(cancellationToken) ? RoleIds.Operator : RoleIds.Administrator;

    private IQueryable<User> Holders(string role) => context.Users.AsNoTracking()
        .Where(user => user.IsEnabled && user.PasswordHash != null && user.Roles.Any(held => held.RoleName == role));

    private static bool CanSignIn(User user) => user is { IsEnabled: true, PasswordHash: not null };
}
