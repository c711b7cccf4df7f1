using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain.Discovery;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Discovery;

/// <summary>Searches that people started, while they run and a while after. They live in memory and go on when the page is left.</summary>
public sealed partial class DiscoveryRuns(ITenants tenants, Tenant tenant, IHostApplicationLifetime host, TimeProvider time, ILogger<DiscoveryRuns> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, DiscoveryRun> _runs = new();
    private readonly Lock _starting = new();

    public DiscoveryRun? Find(Guid id) => _runs.GetValueOrDefault(id);

    /// <summary>The newest, or null where nobody searched lately.</summary>
    public DiscoveryRun? Newest => _runs.Values.MaxBy(run => run.StartedAt);

    /// <summary>Starts, or joins the one that is running: one search at a time is enough for a network.</summary>
    public DiscoveryRun Start(IReadOnlyList<AllowedNetwork> networks, IReadOnlyList<SweepTarget> targets, IReadOnlyList<SnmpAccess> snmp)
    {
        lock (_starting)
        {
            if (_runs.Values.FirstOrDefault(known => !known.IsOver) is { } running)
                return running;
            foreach (var old in _runs.Values.Where(known => time.GetElapsedTime(known.StartedAt) > Remembered))
            {
                if (_runs.TryRemove(old.Id, out _))
                    old.Dispose();
            }

            var run = new DiscoveryRun(Guid.NewGuid(), networks, targets, snmp, time.GetTimestamp());
            _runs[run.Id] = run;
            _ = Task.Run(() => RunAsync(run), CancellationToken.None);
            return run;
        }
    }

    // Through the tenant's front door: its services stay alive until the end, whoever leaves meanwhile.
    private async Task RunAsync(DiscoveryRun run)
    {
        try
        {
            await tenants.RunAsync(
                tenant.Name, services => services.GetRequiredService<PrinterSearch>().RunAsync(run, host.ApplicationStopping), host.ApplicationStopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !host.ApplicationStopping.IsCancellationRequested)
        {
            LogBrokeOff(exception);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            run.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A search for printers that a person started broke off")]
    private partial void LogBrokeOff(Exception exception);
}
