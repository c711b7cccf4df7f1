using SmartTracker.Abstractions.Security;

namespace SmartTracker.Collection;

public sealed class CollectionPermissions : IPermissionProvider
{
    public const string View = "Collection.View";
    public const string Run = "Collection.Run";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See print jobs and collections"),
        new(Run, "Collect from printers now"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Run],
        [RoleIds.Administrator] = [View, Run],
        [RoleIds.Bookkeeper] = [View, Run],
    };
}
