using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Domain;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports.Fleet;

/// <summary>Asks every customer for its figures, each in its own scope. One that fails or hangs keeps nobody else waiting.</summary>
public sealed partial class FleetReader(ITenants tenants, Tenant own, TimeProvider time, ILogger<FleetReader> logger)
{
    private const int AskedAtOnce = 8;

    // A month that is open longer than this is no oversight any more.
    private const int MonthsLookedAt = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <param name="billed">The months each customer was billed for; null where open months are not to be told.</param>
    /// <exception cref="InvalidOperationException">A customer's tenant asked.</exception>
    public async Task<IReadOnlyList<Customer>> ReadAsync(
        IReadOnlyDictionary<string, IReadOnlySet<YearMonth>>? billed, CancellationToken cancellationToken)
    {
        if (!own.IsDefault)
            throw new InvalidOperationException("Only the provider's own tenant may read the figures of its customers.");

        var customers = tenants.List().Where(tenant => !tenant.IsDefault).Select(tenant => new Customer(tenant, null)).ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, customers.Length).Where(index => customers[index].Tenant.State == TenantState.Running),
            new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken },
            async (index, cancel) => customers[index] = customers[index] with { Usage = await TryReadAsync(customers[index].Tenant.Name, billed, cancel) });
        return customers;
    }

    private async Task<CustomerUsage?> TryReadAsync(
        string tenant, IReadOnlyDictionary<string, IReadOnlySet<YearMonth>>? billed, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            return await tenants.RunAsync(tenant, services => ReadAsync(services, billed is null ? null : billed.GetValueOrDefault(tenant, NoMonths), limited.Token), limited.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnread(logger, failure, tenant);
            return null;
        }
    }

    private static IReadOnlySet<YearMonth> NoMonths { get; } = new HashSet<YearMonth>();

    private async Task<CustomerUsage> ReadAsync(IServiceProvider services, IReadOnlySet<YearMonth>? billed, CancellationToken cancellationToken)
    {
        var zone = services.GetRequiredService<Tenant>().TimeZone;
        var usage = new UsageReader(services.GetService<IRatedJobs>(), services.GetService<IPrintJobUsage>());
        var month = MonthToDate.At(time.Now(), zone);
        var figures = new CustomerUsage(
            await usage.InAsync(month.Whole, cancellationToken),
            await usage.InAsync(month.Before.Interval, cancellationToken),
            await usage.InAsync(month.Month.PlusMonths(-1).In(zone), cancellationToken),
            billed is null || !usage.Collects ? null : await OpenAsync(usage, month.Month, zone, billed, cancellationToken),
            null, 0, null);
        if (services.GetService<IPrinterDirectory>() is not { } directory)
            return figures;

        var printers = (await directory.ListAsync(cancellationToken)).Where(printer => !printer.IsArchived).ToList();
        return figures with
        {
            Printers = printers.Count,
            Troubled = printers.Count(printer => printer.Problem is not null),
            LastContactAt = printers.Max(printer => printer.LastContactAt),
        };
    }

    private static async Task<IReadOnlyList<OpenMonth>> OpenAsync(
        UsageReader usage, YearMonth running, DateTimeZone zone, IReadOnlySet<YearMonth> billed, CancellationToken cancellationToken)
    {
        var open = new List<OpenMonth>();
        foreach (var month in CalendarMonths.EndingWith(running.PlusMonths(-1), MonthsLookedAt).Where(month => !billed.Contains(month)))
        {
            if (await usage.InAsync(month.In(zone), cancellationToken) is { Jobs: > 0 } used)
                open.Add(new OpenMonth(month, used.Jobs));
        }

        return open;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of tenant {Tenant} could not be read for the overview")]
    private static partial void LogUnread(ILogger logger, Exception failure, string tenant);
}
