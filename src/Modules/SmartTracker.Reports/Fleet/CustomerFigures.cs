using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Fleet;

/// <summary>What the provider sees of one customer.</summary>
/// <param name="Usage">Null where the tenant does not run or could not be read.</param>
public sealed record Customer(TenantOverview Tenant, CustomerUsage? Usage)
{
    /// <summary>It runs, but did not answer.</summary>
    public bool Failed => Tenant.State == TenantState.Running && Usage is null;
}

/// <summary>The running month of one customer, by the customer's own calendar.</summary>
/// <param name="Current">Null where the customer collects no jobs.</param>
/// <param name="Before">The same days of the month before.</param>
/// <param name="LastMonth">The whole month before.</param>
/// <param name="Open">Months that are over, have jobs and are on no invoice, oldest first; null where this tenant bills nobody or the reader may not see it.</param>
/// <param name="Printers">Null where the customer registers none.</param>
/// <param name="LastContactAt">When one of its printers last answered.</param>
public sealed record CustomerUsage(
    Usage? Current, Usage? Before, Usage? LastMonth, IReadOnlyList<OpenMonth>? Open, int? Printers, int Troubled, Instant? LastContactAt);

/// <param name="Jobs">Finished ones.</param>
public sealed record OpenMonth(YearMonth Month, int Jobs);
