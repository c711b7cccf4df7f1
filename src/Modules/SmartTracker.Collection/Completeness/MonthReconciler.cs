using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>A printer's counters against its jobs, month by month in the tenant's zone, with what persons made of the difference.</summary>
public sealed class MonthReconciler(PrinterReconciler reconciler, ResidualStore residuals, Tenant tenant, TimeProvider time)
{
    public YearMonth Running => time.Now().InZone(tenant.TimeZone).Date.ToYearMonth();

    /// <summary>As it stands in an address; null where it is none, or lies ahead.</summary>
    public YearMonth? Begun(string? month) => PrintJobFilter.ParseMonth(month) is { } asked && asked.CompareTo(Running) <= 0 ? asked : null;

    public async Task<IReadOnlyList<Reconciliation>> CompareAsync(PrinterId printer, YearMonth month, CancellationToken cancellationToken)
    {
        var counters = await reconciler.CompareAsync(printer, Stretch(month), cancellationToken);
        var booked = counters.Count == 0 ? [] : (await residuals.StandingAsync(printer, month, cancellationToken)).ConvertAll(row => row.Booking);
        return [.. counters.Select(counter => counter.With(booked))];
    }

    public Interval Stretch(YearMonth month) =>
        new(tenant.TimeZone.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant(), tenant.TimeZone.AtStartOfDay(month.PlusMonths(1).OnDayOfMonth(1)).ToInstant());
}
