using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting.Turns;

/// <summary>Reads the tenant's printers whose time has come, each in its turn. Nobody need wait for the end of a round: a printer that takes long
/// holds up neither the next round nor the worker that began this one. A printer that waits or is read already is not begun twice.</summary>
public sealed partial class CollectionRounds(
    VisitTurns turns, ITenants tenants, Tenant tenant, IOptions<CollectionOptions> options, IHostApplicationLifetime host, ILogger<CollectionRounds> logger)
{
    private readonly ConcurrentDictionary<PrinterId, VisitLane> _open = new();

    /// <returns>Done when all that this call began is read.</returns>
    public Task Begin(IEnumerable<DuePrinter> due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return Task.WhenAll(due.Where(printer => _open.TryAdd(printer.Id, printer.Lane)).Select(printer => Task.Run(() => VisitAsync(printer))));
    }

    private async Task VisitAsync(DuePrinter due)
    {
        var stopping = host.ApplicationStopping;
        try
        {
            using var turn = await turns.TakeAsync(tenant.Name, due.Lane, options.Value.PrintersAtOnce, stopping);
            // Through the tenant's front door, at its turn and not before: a tenant that waits is not held open.
            await tenants.RunAsync(
                tenant.Name, services => services.GetRequiredService<PrintJobCollector>().CollectDueAsync(due.Id, stopping), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; it stays due.
        }
        catch (TenantUnavailableException)
        {
            // Switched off while the printer waited.
        }
        catch (Exception exception)
        {
            LogNotVisited(exception, due.Id);
        }
        finally
        {
            _open.TryRemove(due.Id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Printer {Printer} could not be visited; it stays due")]
    private partial void LogNotVisited(Exception exception, PrinterId printer);
}
