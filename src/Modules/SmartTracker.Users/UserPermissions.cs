using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users;

public sealed class UserPermissions : IPermissionProvider
{
    public const string View = "Users.View";
    public const string Edit = "Users.Edit";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See who may sign in"),
        new(Edit, "Create users, switch them off and set their passwords"),
    ];

    // Operator and Administrator hold every permission without being named.
    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>();
}
