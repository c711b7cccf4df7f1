using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

/// <summary>Nobody gives away more than they hold: a role can be granted, and its holder changed, only by somebody who has all of its permissions.
/// Otherwise whoever may edit users could make an Operator and sign in as it.</summary>
public sealed class RoleAuthority(GrantedPermissions granted, RoleStore roles)
{
    public async Task<IReadOnlyList<string>> GrantableRolesAsync(UserId actor, CancellationToken cancellationToken)
    {
        var grantable = new List<string>();
        foreach (var role in await roles.ListNamesAsync(cancellationToken))
        {
            if (await CoversAsync(actor, [role], cancellationToken))
                grantable.Add(role);
        }

        return grantable;
    }

    public async Task<bool> CoversAsync(UserId actor, IEnumerable<string> roleNames, CancellationToken cancellationToken)
    {
        var held = await granted.OfAsync(actor, cancellationToken);
        return held.IsSupersetOf(await roles.GrantedAsync(roleNames, cancellationToken));
    }
}
