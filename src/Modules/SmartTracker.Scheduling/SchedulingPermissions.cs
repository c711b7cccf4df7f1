using SmartTracker.Abstractions.Security;

namespace SmartTracker.Scheduling;

internal sealed class SchedulingPermissions : IPermissionProvider
{
    public const string Manage = "Scheduling.Manage";

    public IReadOnlyList<Permission> Permissions { get; } = [new(Manage, "See background jobs and run them now")];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [Manage],
        [RoleIds.Administrator] = [Manage],
    };
}
