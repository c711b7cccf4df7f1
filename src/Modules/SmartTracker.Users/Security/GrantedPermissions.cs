using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>What a user may do now, read once per scope: a role taken away or a user switched off counts at the next request.</summary>
public sealed class GrantedPermissions(UserList users, RoleStore roles)
{
    private readonly Dictionary<UserId, IReadOnlySet<string>> _granted = [];

    public async Task<IReadOnlySet<string>> OfAsync(UserId id, CancellationToken cancellationToken)
    {
        if (_granted.TryGetValue(id, out var known))
            return known;

        var user = await users.FindAsync(id, cancellationToken);
        return _granted[id] = user is { IsEnabled: true } ? await roles.GrantedAsync(user.RoleNames, cancellationToken) : new HashSet<string>();
    }
}
