using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Closing;

/// <summary>Reads a month's jobs in the customer's own scope.</summary>
public sealed class TenantMonthReader(ITenants tenants, TimeProvider time)
{
    /// <summary>The jobs, or why there are none to read.</summary>
    public async Task<(JobsOfMonth? Jobs, RefusalReason? Refusal)> ReadAsync(string tenant, YearMonth period, CancellationToken cancellationToken)
    {
        try
        {
            return await tenants.RunAsync(tenant, services => ReadInTenantAsync(services, period, cancellationToken), cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return (null, RefusalReason.TenantUnavailable);
        }
    }

    private async Task<(JobsOfMonth? Jobs, RefusalReason? Refusal)> ReadInTenantAsync(IServiceProvider services, YearMonth period, CancellationToken cancellationToken)
    {
        if (services.GetService<IPrintJobs>() is not { } printJobs)
            return (null, RefusalReason.NoPrintJobs);
        if (services.GetService<IInvoiceReceiver>() is null)
            return (null, RefusalReason.NoReceiver);

        var month = new BillingMonth(period, services.GetRequiredService<Tenant>().TimeZone);
        if (!month.IsOver(Instant.FromDateTimeOffset(time.GetUtcNow())))
            return (null, RefusalReason.MonthNotOver);

        var jobs = await printJobs.AccountedInAsync(month.Interval, cancellationToken);
        var printers = services.GetService<IPrinterDirectory>() is { } directory ? await directory.ListAsync(cancellationToken) : [];
        return (new JobsOfMonth(month, jobs, printers.ToDictionary(printer => printer.Id, printer => printer.Name)), null);
    }
}
