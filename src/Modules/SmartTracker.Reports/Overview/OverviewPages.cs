using SmartTracker.Abstractions.Tenants;
using SmartTracker.Reports.Fleet;

namespace SmartTracker.Reports.Overview;

/// <summary>The provider's own tenant sees its customers, every other tenant its month.</summary>
public sealed class OverviewPages(Tenant tenant, MonthPages month, FleetPages fleet)
{
    public async Task<(string View, object Model)> GetAsync(CancellationToken cancellationToken) =>
        tenant.IsDefault
            ? ("Fleet", await fleet.GetAsync(cancellationToken))
            : ("Month", await month.GetAsync(cancellationToken));
}
