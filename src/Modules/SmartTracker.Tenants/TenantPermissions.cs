using SmartTracker.Abstractions.Security;

namespace SmartTracker.Tenants;

public sealed class TenantPermissions : IPermissionProvider
{
    public const string Manage = "Tenants.Manage";

    public IReadOnlyList<Permission> Permissions { get; } = [new(Manage, "Create tenants and switch them off and on")];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]> { [RoleIds.Operator] = [Manage] };
}
