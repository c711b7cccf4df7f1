using SmartTracker.Abstractions.Security;

namespace SmartTracker.Agents;

public sealed class AgentPermissions : IPermissionProvider
{
    public const string View = "Agents.View";
    public const string Manage = "Agents.Manage";

    /// <summary>What an agent's own key grants; for people and their keys it opens nothing.</summary>
    public const string Deliver = "Agents.Deliver";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See the on-site agents and the printers they read"),
        new(Manage, "Enrol and revoke on-site agents, and say which printers they read"),
        new(Deliver, "Deliver what printers said (on-site agents only)"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Manage],
        [RoleIds.Administrator] = [View, Manage],
    };
}
