using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Visits that others made. What was fetched is at hand; all that follows is <see cref="PrintJobCollector"/>'s.</summary>
public sealed class PrinterVisits(
    IPrinterConnections connections,
    PrinterCollection collection,
    PrintJobCollector collector,
    CoverageStore coverage,
    StateFetching stateFetching,
    IEnumerable<IPrinterReader> readers,
    IOptions<CollectionOptions> options) : IPrinterVisits
{
    public VisitTerms Terms => new(
        Duration.FromMinutes(options.Value.EveryMinutes), Duration.FromSeconds(options.Value.DeadlineSeconds), options.Value.PrintersAtOnce);

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
        var reader = readers.FirstOrDefault(reader => reader.Protocol == printer.Protocol);
        if (reader is null && printer.GivesJobs)
            return VisitResult.Later;
        var visited = new FetchedPrinter(printer, reader, Fetch(visit)) { States = States(visit) };
        var (begun, isKnown) = await collection.BeginAsync(visit.Id, visit.At, visited, cancellationToken);
        if (begun is null)
            return isKnown ? VisitResult.Known : VisitResult.Later;

        var outcome = await collector.GoOnAsync(printer, begun, cancellationToken);
        return outcome.Problem == CollectionProblems.NotStored ? VisitResult.Later : VisitResult.Stored;
    }

    private IReadOnlyList<FetchedState> States(PrinterVisit visit) =>
        stateFetching.Of(visit.States.Select(state => (state.Protocol, (IReadOnlyList<RawAnswer>)[.. state.Answers.Select(Answer)])));

    private static PrinterFetch Fetch(PrinterVisit visit) => new([.. visit.Answers.Select(Answer)], Certificate(visit.Certificate), Failure(visit.Problem));

    private static RawAnswer Answer(VisitedAnswer answer) =>
        new(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.Body, answer.IsWhole);

    private static PrinterCertificate? Certificate(VisitedCertificate? certificate) => certificate is null ? null : new(
        certificate.Key, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.SelfSigned, certificate.TrustedByReader);

    // A newer agent may know failures that this host does not.
    private static ReaderFailure? Failure(PrinterProblem? problem) => problem is null ? null
        : Enum.TryParse<ReaderFailureCode>(problem.Code, out var code) && Enum.IsDefined(code) ? new(code, problem.Arguments)
        : new(ReaderFailureCode.Nonsense, problem.Code);
}
