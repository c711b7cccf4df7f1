using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>What each printer printed in the running month.</summary>
public sealed class PrinterMonth(IPrintJobUsage usage, Tenant tenant, TimeProvider time) : IPrinterActivity
{
    public async Task<IReadOnlyDictionary<PrinterId, PrinterActivity>> ThisMonthAsync(CancellationToken cancellationToken)
    {
        var month = PrintJobFilter.Text(time.Now().InZone(tenant.TimeZone).Date.ToYearMonth());
        var interval = PrintJobPeriod.Of(new PrintJobFilter { Month = month }, null, tenant).Interval;
        return (await usage.SharesAsync(UsageBy.Printer, interval, cancellationToken)).ToDictionary(
            share => share.PrinterId!.Value,
            share => new PrinterActivity(share.Jobs, share.MediaMm2, $"~/admin/print-jobs?month={month}&printer={share.PrinterId}"));
    }
}
