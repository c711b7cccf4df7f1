using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.Security;

/// <summary>What other modules see of the roles.</summary>
internal sealed class TenantRoles(RoleStore roles) : IRoles
{
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => roles.ListNamesAsync(cancellationToken);

    public Task<IReadOnlySet<string>> PermissionsOfAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        roles.GrantedAsync(names, cancellationToken);
}
