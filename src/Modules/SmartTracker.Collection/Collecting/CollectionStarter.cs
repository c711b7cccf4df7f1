using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Begins a collection that goes on after the answer: the tenant's shell is held until it has ended.</summary>
public sealed class CollectionStarter(
    IPrinterConnections connections, PrinterCollection collection, CollectionHistory history, CollectionTexts texts, ITenants tenants, Tenant tenant, IHostApplicationLifetime lifetime)
{
    /// <returns>The collection, or the one that is running already; or why a person has to decide first.</returns>
    public async Task<(CollectionId? Collection, string? Refusal)> StartAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(id, cancellationToken) is not { } printer)
            return (null, texts.Describe(CollectionResult.AlreadyRunning, 0, 0, 0, null));
        if (printer.StoppedBecause is { } decision)
            return (null, texts.Describe(CollectionResult.Paused, 0, 0, 0, decision));
        if (await collection.BeginAsync(id, cancellationToken) is not { } begun)
            return (await history.RunningAsync(id, cancellationToken), texts.Describe(CollectionResult.AlreadyRunning, 0, 0, 0, null));

        var stopping = lifetime.ApplicationStopping;
        _ = tenants.RunAsync(
            tenant.Name, services => services.GetRequiredService<PrintJobCollector>().GoOnAsync(printer, begun, stopping), stopping);
        return (begun.Id, null);
    }
}
