using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Collections that people started, while they run and a while after. They live in memory and go on when the page is left;
/// what lasts is the history in the database.</summary>
public sealed partial class CollectionRuns(
    ITenants tenants, Tenant tenant, IHostApplicationLifetime host, TimeProvider time, ILogger<CollectionRuns> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, CollectionRun> _runs = new();
    private readonly Lock _starting = new();

    public CollectionRun? Find(Guid id) => _runs.GetValueOrDefault(id);

    /// <summary>Starts, or joins the one that reads the same printers already.</summary>
    /// <param name="printers">Names of the printers that will be read.</param>
    public CollectionRun Start(PrinterId? printer, IReadOnlyList<string> printers)
    {
        lock (_starting)
        {
            if (_runs.Values.FirstOrDefault(known => known.Printer == printer && !known.IsOver) is { } running)
                return running;
            foreach (var old in _runs.Values.Where(known => known.IsOver && time.GetElapsedTime(known.StartedAt) > Remembered))
                _runs.TryRemove(old.Id, out _);
            var run = new CollectionRun(Guid.NewGuid(), printer, printers, time.GetTimestamp());
            _runs[run.Id] = run;
            _ = Task.Run(() => RunAsync(run), CancellationToken.None);
            return run;
        }
    }

    // Through the tenant's front door: its services stay alive until the end, whoever leaves meanwhile.
    private async Task RunAsync(CollectionRun run)
    {
        try
        {
            await tenants.RunAsync(
                tenant.Name,
                services => services.GetRequiredService<PrintJobCollector>().CollectAsync(run.Printer, run.Add, host.ApplicationStopping),
                host.ApplicationStopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !host.ApplicationStopping.IsCancellationRequested)
        {
            LogBrokeOff(exception);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the next collection asks for the rest.
        }
        finally
        {
            run.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A collection that a person started broke off")]
    private partial void LogBrokeOff(Exception exception);
}
