using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Asks a printer what it is and holds, through every protocol that it is known to speak. The database's connection is not held meanwhile.</summary>
public sealed class StateFetching(
    IEnumerable<IPrinterStateReader> readers, IPrinterStates states, PrinterFetching fetching, IOptions<CollectionOptions> options, TimeProvider time)
{
    /// <summary>Empty where the state was read a short while ago, or no reader speaks to this printer. What fails is left for the next time.</summary>
    public async Task<IReadOnlyList<FetchedState>> FetchAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        var due = await states.ReadAtAsync(printer.Id, cancellationToken) + Duration.FromMinutes(options.Value.StateEveryMinutes);
        if (due > time.Now())
            return [];

        var fetched = new List<FetchedState>();
        foreach (var reader in readers.Where(reader => reader.Protocol == printer.Protocol))
            fetched.Add(new(reader, await reader.FetchStateAsync(fetching.Connection(printer), cancellationToken)));
        return fetched;
    }
}

/// <summary>What one protocol answered about a printer's state.</summary>
public sealed record FetchedState(IPrinterStateReader Reader, PrinterFetch Fetch);
