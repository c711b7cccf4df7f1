using NodaTime;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Collection.Jobs;

/// <summary>The stretch of time that a list shows: one month, days, or everything (all three null).</summary>
/// <param name="LastDay">Included.</param>
public sealed record PrintJobPeriod(YearMonth? Month, LocalDate? FirstDay, LocalDate? LastDay, Interval Interval)
{
    /// <param name="newest">The month that is shown where the filter names none.</param>
    public static PrintJobPeriod Of(PrintJobFilter filter, YearMonth? newest, Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(tenant);
        if (filter is { FirstDay: null, LastDay: null })
        {
            var month = filter.Month == PrintJobFilter.AllMonths ? null : PrintJobFilter.ParseMonth(filter.Month) ?? newest;
            return new(month, null, null, new Interval(Start(month?.OnDayOfMonth(1), tenant), Start(month?.PlusMonths(1).OnDayOfMonth(1), tenant)));
        }

        // Days the wrong way round are turned: somebody means what lies between them.
        var (first, last) = filter.FirstDay > filter.LastDay ? (filter.LastDay, filter.FirstDay) : (filter.FirstDay, filter.LastDay);
        return new(null, first, last, new Interval(Start(first, tenant), Start(last?.PlusDays(1), tenant)));
    }

    private static Instant? Start(LocalDate? day, Tenant tenant) => day is { } known ? tenant.TimeZone.AtStartOfDay(known).ToInstant() : null;
}
