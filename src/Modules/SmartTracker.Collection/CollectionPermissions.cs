using SmartTracker.Abstractions.Security;

namespace SmartTracker.Collection;

public sealed class CollectionPermissions : IPermissionProvider
{
    public const string View = "Collection.View";
    public const string Run = "Collection.Run";
    public const string Import = "Collection.Import";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See print jobs and collections"),
        new(Run, "Collect from printers now"),
        new(Import, "Import print jobs from another program"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Run, Import],
        [RoleIds.Administrator] = [View, Run, Import],
        [RoleIds.Bookkeeper] = [View, Run],
    };
}
