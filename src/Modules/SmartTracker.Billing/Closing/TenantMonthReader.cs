using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Closing;

/// <summary>Reads a month's jobs, and what is new of earlier months, in the customer's own scope.</summary>
public sealed class TenantMonthReader(ITenants tenants, TimeProvider time)
{
    /// <summary>The jobs, or why there are none to read.</summary>
    /// <param name="books">What was billed so far: tells what is new.</param>
    public async Task<(JobsOfMonth? Jobs, RefusalReason? Refusal)> ReadAsync(string tenant, YearMonth period, CustomerBooks books, CancellationToken cancellationToken)
    {
        try
        {
            return await tenants.RunAsync(tenant, services => ReadInTenantAsync(services, period, books, cancellationToken), cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            return (null, RefusalReason.TenantUnavailable);
        }
    }

    private async Task<(JobsOfMonth? Jobs, RefusalReason? Refusal)> ReadInTenantAsync(
        IServiceProvider services, YearMonth period, CustomerBooks books, CancellationToken cancellationToken)
    {
        if (services.GetService<IPrintJobs>() is not { } printJobs)
            return (null, RefusalReason.NoPrintJobs);
        if (services.GetService<IInvoiceReceiver>() is null)
            return (null, RefusalReason.NoReceiver);

        var month = new BillingMonth(period, services.GetRequiredService<Tenant>().TimeZone);
        if (!month.IsOver(time.Now()))
            return (null, RefusalReason.MonthNotOver);

        // The printers first: what is collected after this may lie in the jobs, and is not said to be known.
        var printers = await PrintersAsync(services, cancellationToken);
        var jobs = await printJobs.AccountedInAsync(month.Interval, cancellationToken);
        var news = (await printJobs.RevisionsAsync(month.Interval.Start, cancellationToken)).Where(books.HasNewsOf).Select(job => job.Id).ToList();
        var earlier = news.Count == 0 ? [] : await printJobs.FindAsync(news, cancellationToken);
        return (new JobsOfMonth(month, jobs, [.. earlier.Where(job => job.AccountedAt < month.Interval.Start).OrderBy(job => job.AccountedAt).ThenBy(job => job.Id.Value)], printers), null);
    }

    private static async Task<IReadOnlyList<PrinterKnowledge>> PrintersAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IPrinterDirectory>() is not { } directory)
            return [];
        var coverage = services.GetService<IPrinterCoverage>() is { } known
            ? (await known.ListAsync(cancellationToken)).ToDictionary(printer => printer.PrinterId)
            : [];
        return
        [
            // Nobody waits for jobs of a printer that never gave any.
            .. (await directory.ListAsync(cancellationToken)).Where(printer => printer.GivesJobs || coverage.ContainsKey(printer.Id)).Select(printer => new PrinterKnowledge(
                printer.Id, printer.Name, printer.IsArchived,
                coverage.TryGetValue(printer.Id, out var found) ? found.KnownUntil : null,
                found?.Gaps ?? [])),
        ];
    }
}
