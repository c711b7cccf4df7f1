using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users;

public sealed class UserPermissions : IPermissionProvider
{
    public const string View = "Users.View";
    public const string Edit = "Users.Edit";
    public const string EditRoles = "Users.EditRoles";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See who may sign in"),
        new(Edit, "Invite users, change them, switch them off and set their passwords"),
        new(EditRoles, "Decide what each role may do"),
    ];

    // Operator and Administrator hold every permission without being named.
    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>();
}
