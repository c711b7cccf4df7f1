using SmartTracker.Abstractions.Security;

namespace SmartTracker.Bills;

public sealed class BillsPermissions : IPermissionProvider
{
    public const string View = "Bills.View";

    public IReadOnlyList<Permission> Permissions { get; } = [new(View, "See the bills received and the jobs behind them")];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Customer] = [View],
        [RoleIds.Bookkeeper] = [View],
        [RoleIds.Administrator] = [View],
    };
}
