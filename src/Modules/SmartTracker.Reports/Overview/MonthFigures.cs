using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Overview;

/// <summary>All that a tenant's overview is made of.</summary>
/// <param name="Months">Oldest first, the running month last. Empty where the tenant collects no jobs.</param>
/// <param name="Before">The same days of the month before.</param>
/// <param name="Printers">Without removed ones; null where the tenant registers none.</param>
public sealed record MonthFigures(
    MonthToDate Month,
    IReadOnlyList<MonthUsage> Months,
    Usage? Before,
    IReadOnlyList<PrinterSummary>? Printers,
    InvoiceContent? LastBill)
{
    public Usage? Current => Months.Count == 0 ? null : Months[^1].Usage;

    public bool HasJobs => Months.Any(month => month.Usage.Jobs > 0);
}

public sealed record MonthUsage(YearMonth Month, Usage Usage);

public sealed class MonthFiguresReader(
    UsageReader usage, Tenant tenant, TimeProvider time, IPrinterDirectory? printers = null, IReceivedInvoices? bills = null)
{
    private const int MonthsShown = 12;

    public async Task<MonthFigures> ReadAsync(CancellationToken cancellationToken)
    {
        var month = MonthToDate.At(time.Now(), tenant.TimeZone);
        var months = new List<MonthUsage>(MonthsShown);
        foreach (var shown in CalendarMonths.EndingWith(month.Month, MonthsShown))
        {
            if (await usage.InAsync(shown.In(tenant.TimeZone), cancellationToken) is { } used)
                months.Add(new MonthUsage(shown, used));
        }

        return new MonthFigures(
            month,
            months,
            await usage.InAsync(month.Before.Interval, cancellationToken),
            printers is null ? null : [.. (await printers.ListAsync(cancellationToken)).Where(printer => !printer.IsArchived)],
            bills is null ? null : await bills.FindLatestAsync(cancellationToken));
    }
}
