using SmartTracker.Abstractions.Security;

namespace SmartTracker.Billing;

public sealed class BillingPermissions : IPermissionProvider
{
    public const string View = "Billing.View";
    public const string Issue = "Billing.Issue";
    public const string Credit = "Billing.Credit";
    public const string Terms = "Billing.Terms";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(View, "See issued invoices and rate cards"),
        new(Issue, "Close a month and issue its invoice"),
        new(Credit, "Cancel an issued invoice with a credit note"),
        new(Terms, "Set what customers pay"),
    ];

    public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = new Dictionary<string, string[]>
    {
        [RoleIds.Operator] = [View, Issue, Credit, Terms],
        [RoleIds.Bookkeeper] = [View],
    };
}
