using SmartTracker.Abstractions.Security;

namespace SmartTracker.Reports;

public sealed class ReportPermissions : IPermissionProvider
{
    public const string View = "Reports.View";

    public IReadOnlyList<Permission> Permissions { get; } = [new(View, "See the overview of usage and cost")];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View],
        [RoleIds.Administrator] = [View],
        [RoleIds.Bookkeeper] = [View],
    };
}
