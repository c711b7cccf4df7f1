using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    private const int AskedAtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="InvalidOperationException">A customer's tenant asked.</exception>
    public async Task<IReadOnlyList<Customer>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!own.IsDefault)
            throw new InvalidOperationException("Only the provider's own tenant may read the figures of its customers.");

        var customers = tenants.List().Where(tenant => !tenant.IsDefault).Select(tenant => new Customer(tenant, null)).ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, customers.Length).Where(index => customers[index].Tenant.State == TenantState.Running),
            new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken },
            async (index, cancel) => customers[index] = customers[index] with { Usage = await TryReadAsync(customers[index].Tenant.Name, cancel) });
        return customers;
    }

    private async Task<CustomerUsage?> TryReadAsync(string tenant, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            return await tenants.RunAsync(tenant, services => ReadAsync(services, limited.Token), limited.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnread(logger, failure, tenant);
            return null;
        }
    }

    private async Task<CustomerUsage> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var zone = services.GetRequiredService<Tenant>().TimeZone;
        var usage = new UsageReader(services.GetService<IRatedJobs>(), services.GetService<IPrintJobs>());
        var month = MonthToDate.At(time.Now(), zone);
        var current = await usage.InAsync(month.Whole, cancellationToken);
        var before = await usage.InAsync(month.Before.Interval, cancellationToken);
        if (services.GetService<IPrinterDirectory>() is not { } directory)
            return new CustomerUsage(current, before, null, 0, null);

        var printers = (await directory.ListAsync(cancellationToken)).Where(printer => !printer.IsArchived).ToList();
        return new CustomerUsage(current, before, printers.Count, printers.Count(printer => printer.Problem is not null), printers.Max(printer => printer.LastContactAt));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of tenant {Tenant} could not be read for the overview")]
    private static partial void LogUnread(ILogger logger, Exception failure, string tenant);
}
