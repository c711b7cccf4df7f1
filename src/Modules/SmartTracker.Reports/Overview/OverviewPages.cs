using SmartTracker.Abstractions.Tenants;
using SmartTracker.Reports.Fleet;

namespace SmartTracker.Reports.Overview;

/// <summary>The provider's own tenant sees its customers, every other tenant its month.</summary>
public sealed class OverviewPages(Tenant tenant, MonthPages month, FleetPages fleet)
{
    public async Task<(string View, object Model)> GetAsync(OverviewQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return tenant.IsDefault
            ? ("Fleet", await fleet.GetAsync(query, cancellationToken))
            : ("Month", await month.GetAsync(query.Span, cancellationToken));
    }
}

/// <summary>What the overview is asked for, as it stands in the address.</summary>
/// <param name="Span">A tenant's shares: <c>before</c> is the last month, <c>year</c> the last twelve; else the running month.</param>
/// <param name="Q">Words in a customer's name or address.</param>
/// <param name="Sort">A column of the customers, led by a minus for the largest first.</param>
/// <param name="Page">Of the customers, from 1.</param>
public sealed record OverviewQuery(string? Span, string? Q, string? Sort, int Page);
