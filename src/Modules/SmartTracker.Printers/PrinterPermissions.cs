using SmartTracker.Abstractions.Security;

namespace SmartTracker.Printers;

public sealed class PrinterPermissions : IPermissionProvider
{
    public const string View = "Printers.View";
    public const string Edit = "Printers.Edit";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See the printers and their state"),
        new(Edit, "Add, change and remove printers"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Edit],
        [RoleIds.Administrator] = [View, Edit],
        [RoleIds.Bookkeeper] = [View],
    };
}
