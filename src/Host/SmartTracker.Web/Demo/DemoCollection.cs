using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Web.Commands;

namespace SmartTracker.Web.Demo;

/// <summary>Asks the scheduler to collect from every printer of the demo and waits until each has been read whole.</summary>
internal sealed class DemoCollection(ITenants tenants, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = Instant.FromDateTimeOffset(time.GetUtcNow());
        var started = time.GetTimestamp();
        foreach (var customer in DemoState.Customers)
            await RequestAsync(customer, cancellationToken);
        foreach (var customer in DemoState.Customers)
        {
            await Console.Error.WriteLineAsync($"Collecting for {customer} …");
            while (await MissingAsync(customer, since, cancellationToken) is { } missing)
            {
                if (time.GetElapsedTime(started) > Patience)
                    throw new CommandException($"The printers of {customer} could not be collected: {missing}. See the collections page of that customer.");
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            }
        }
    }

    private Task RequestAsync(string tenant, CancellationToken cancellationToken) => tenants.RunAsync(tenant, async services =>
    {
        await services.GetRequiredService<PaceStore>().MakeAllDueAsync(time.Now(), cancellationToken);
        await services.GetRequiredService<IWorkRequests>().RequestAsync("collect-print-jobs", cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>The first printer that has not been read whole since, or null.</summary>
    private Task<string?> MissingAsync(string tenant, Instant since, CancellationToken cancellationToken) => tenants.RunAsync(tenant, async services =>
    {
        var history = services.GetRequiredService<CollectionHistory>();
        foreach (var printer in (await services.GetRequiredService<IPrinterDirectory>().ListAsync(cancellationToken)).Where(printer => printer.GivesJobs))
        {
            var latest = (await history.LatestAsync(printer.Id, 1, cancellationToken)).SingleOrDefault();
            if (latest is null || latest.StartedAt < since || latest.Result != CollectionResult.Complete)
                return printer.Name;
        }

        return null;
    }, cancellationToken);
}
