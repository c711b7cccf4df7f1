using SmartTracker.Abstractions.Security;

namespace SmartTracker.Api;

public sealed class ApiPermissions : IPermissionProvider
{
    public const string Manage = "Api.Manage";

    public IReadOnlyList<Permission> Permissions { get; } = [new(Manage, "Create and revoke keys for other programs")];

    // Operator and Administrator hold every permission without being named.
    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>();
}
