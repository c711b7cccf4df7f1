using SmartTracker.Abstractions.Security;

namespace SmartTracker.Costing;

public sealed class CostingPermissions : IPermissionProvider
{
    public const string View = "Costing.View";
    public const string Edit = "Costing.Edit";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See cost rules and what jobs cost"),
        new(Edit, "Publish cost rules"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Administrator] = [View, Edit],
        [RoleIds.Bookkeeper] = [View],
    };
}
