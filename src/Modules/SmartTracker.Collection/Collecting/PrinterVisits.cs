using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Visits that others made. What was fetched is at hand; all that follows is <see cref="PrintJobCollector"/>'s.</summary>
public sealed class PrinterVisits(
    IPrinterConnections connections,
    PrinterCollection collection,
    PrintJobCollector collector,
    CoverageStore coverage,
    IEnumerable<IPrinterReader> readers,
    IEnumerable<IPrinterStateReader> stateReaders,
    IOptions<CollectionOptions> options) : IPrinterVisits
{
    public VisitTerms Terms => new(
        Duration.FromMinutes(options.Value.EveryMinutes), Duration.FromMinutes(options.Value.StateEveryMinutes),
        Duration.FromSeconds(options.Value.DeadlineSeconds), options.Value.PrintersAtOnce);

    public async Task<IReadOnlyDictionary<PrinterId, string>> CursorsAsync(IReadOnlyCollection<PrinterId> printers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printers);
        var cursors = new Dictionary<PrinterId, string>();
        foreach (var printer in printers)
        {
            if (await coverage.CursorAsync(printer, cancellationToken) is { } cursor)
                cursors[printer] = cursor;
        }

        return cursors;
    }

    public async Task<VisitResult> TakeInAsync(PrinterVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await connections.FindAsync(visit.PrinterId, cancellationToken) is not { } registered)
            return VisitResult.NoSuchPrinter;

        // As it was spoken to: what was heard at another address says nothing of the one that is registered.
        var printer = registered with { Address = visit.Address };
        if (readers.FirstOrDefault(reader => reader.Protocol == printer.Protocol) is not { } reader)
            return VisitResult.Later;
        var visited = new VisitedPrinter(visit.At, new FetchedPrinter(printer, reader, visit.Jobs), [.. visit.States.Select(State).OfType<FetchedState>()]);
        var (begun, isKnown) = await collection.BeginAsync(visit.Id, visited, cancellationToken);
        if (begun is null)
            return isKnown ? VisitResult.Known : VisitResult.Later;

        var outcome = await collector.GoOnAsync(printer, begun, cancellationToken);
        return outcome.Problem == CollectionProblems.NotStored ? VisitResult.Later : VisitResult.Stored;
    }

    // What a newer agent fetched by a protocol that is not known here is left out.
    private FetchedState? State(KeyValuePair<string, PrinterFetch> fetched) =>
        stateReaders.FirstOrDefault(reader => reader.Protocol == fetched.Key) is { } reader ? new(reader, fetched.Value) : null;
}
