using SmartTracker.Abstractions.Security;

namespace SmartTracker.Collection;

public sealed class CollectionPermissions : IPermissionProvider
{
    public const string View = "Collection.View";
    public const string Run = "Collection.Run";
    public const string Import = "Collection.Import";
    public const string Decide = "Collection.Decide";
    public const string Privacy = "Collection.Privacy";
    public const string Pseudonyms = "Collection.Pseudonyms";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See print jobs and collections"),
        new(Run, "Collect from printers now"),
        new(Import, "Import print jobs from another program"),
        new(Decide, "Decide about stretches in which jobs may have been missed"),
        new(Privacy, "Decide what is kept of the names of users and jobs"),
        new(Pseudonyms, "Look up the pseudonym of a name"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Run, Import, Decide, Privacy, Pseudonyms],
        [RoleIds.Administrator] = [View, Run, Import, Decide, Privacy, Pseudonyms],
        [RoleIds.Bookkeeper] = [View, Run, Decide],
    };
}
