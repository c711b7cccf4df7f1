using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Visits that others made. What was fetched is at hand; all that follows is <see cref="PrintJobCollector"/>'s.</summary>
public sealed class PrinterVisits(
    IPrinterConnections connections,
    PrinterCollection collection,
    PrintJobCollector collector,
    CoverageStore coverage,
    PaceStore paces,
    StateFetching states,
    IEnumerable<IPrinterReader> readers,
    NamePrivacies privacies,
    IOptions<CollectionOptions> options) : IPrinterVisits
{
    public VisitTerms Terms => new(
        Duration.FromMinutes(options.Value.StateEveryMinutes), Duration.FromSeconds(options.Value.DeadlineSeconds), options.Value.PrintersAtOnce);

    public Task<NamePrivacy> NamesAsync(CancellationToken cancellationToken) => privacies.CurrentAsync(cancellationToken);

    public async Task<VisitOutlook> OutlookAsync(PrinterId printer, CancellationToken cancellationToken) =>
        new(await coverage.CursorAsync(printer, cancellationToken), Every(await paces.FindAsync(printer, cancellationToken)));

    public async Task<VisitResult> TakeInAsync(PrinterVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await connections.FindAsync(visit.PrinterId, cancellationToken) is not { } registered)
            return VisitResult.NoSuchPrinter;

        // As it was spoken to: what was heard at another address says nothing of the one that is registered.
        var printer = registered with { Address = visit.Address };
        var reader = readers.FirstOrDefault(reader => reader.Protocol == printer.Protocol);
        if (reader is null && printer.GivesJobs)
            return VisitResult.Later;
        // Whoever read the printer was told to; one that was not, or heard of it too late, has not.
        var visited = new FetchedPrinter(printer, reader, visit.Jobs) { States = states.Of(visit.States) }.Withholding(await privacies.CurrentAsync(cancellationToken));
        var (begun, isKnown) = await collection.BeginAsync(visit.Id, visit.At, visited, cancellationToken);
        if (begun is null)
            return isKnown ? VisitResult.Known : VisitResult.Later;

        var outcome = await collector.GoOnAsync(printer, begun, cancellationToken);
        return outcome.Problem == CollectionProblems.NotStored ? VisitResult.Later : VisitResult.Stored;
    }

    // Whoever reads the printer also notices that it does not answer, and asks as often all the same: that costs nobody else's time there.
    private Duration Every(PaceRow? pace)
    {
        var usual = Duration.FromMinutes(options.Value.EveryMinutes);
        return pace is { Failures: 0, ReadAt: { } read }
            ? Duration.Max(Duration.Min(usual, pace.DueAt - read), Duration.Min(CollectionPace.Soonest, usual))
            : usual;
    }
}
