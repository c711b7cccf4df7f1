using Microsoft.Extensions.Logging;
using SmartTracker.PrinterReaders;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Visiting;

/// <summary>Asks one printer once, as the host would.</summary>
public sealed partial class PrinterVisitor(PrinterProtocols protocols, LocalNetworks networks, TimeProvider time, ILogger<PrinterVisitor> logger)
{
    /// <summary>Trying a wrong password again may lock the printer's administrator out; another key may be another device.</summary>
    private static readonly ReaderFailureCode[] ForPeople = [ReaderFailureCode.KeyChanged, ReaderFailureCode.PasswordRefused];

    /// <param name="mark">Where the agent stands by its own knowledge; null goes on where the plan says.</param>
    /// <returns>Null where this version has no reader for the printer's protocol.</returns>
    public async Task<AgentVisit?> VisitAsync(PlannedPrinter printer, VisitMark? mark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        if (protocols.JobsBy(printer.Protocol) is not { } reader)
        {
            LogNoReader(printer.Name, printer.Protocol);
            return null;
        }

        // At another address a mark means nothing.
        var here = mark?.Address == printer.Address ? mark : null;
        var cursor = here is null ? printer.Cursor : here.Cursor;
        var startedAt = time.GetUtcNow();
        var (connection, fetch) = await FetchAsync(reader, Connection(printer, printer.PinnedKey ?? here?.PinnedKey), cursor, cancellationToken);
        var states = new List<VisitFetch>();
        if (fetch.Failure is null)
        {
            foreach (var state in protocols.StatesOf(printer.Protocol, printer.Snmp is not null))
                states.Add(VisitWords.Fetch(state.Protocol, await state.FetchStateAsync(connection, cancellationToken)));
        }

        return new AgentVisit
        {
            Id = Guid.CreateVersion7(startedAt),
            PrinterId = printer.Id,
            Address = printer.Address,
            StartedAt = startedAt,
            Jobs = VisitWords.Fetch(printer.Protocol, fetch),
            States = states,
            After = new VisitMark(
                Next(printer, reader, fetch, cursor), printer.Address, connection.PinnedKey ?? fetch.Certificate?.Key,
                fetch.Failure is { } failure && ForPeople.Contains(failure.Code) ? failure.Code.ToString() : null),
        };
    }

    // A password goes only to a key that is remembered; at the first contact the one that is presented is.
    private static async Task<(PrinterConnection Connection, PrinterFetch Fetch)> FetchAsync(
        IPrinterReader reader, PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        var fetch = await reader.FetchAsync(connection, cursor, cancellationToken);
        if (connection is not { PinnedKey: null, Password: not null } || fetch is not { Failure.Code: ReaderFailureCode.PasswordRequired, Certificate.Key: { } key })
            return (connection, fetch);
        var pinned = connection with { PinnedKey = key };
        return (pinned, await reader.FetchAsync(pinned, cursor, cancellationToken));
    }

    private PrinterConnection Connection(PlannedPrinter printer, string? pinnedKey) => new()
    {
        Address = printer.Address,
        Allows = networks.Allows,
        Password = printer.Password,
        PinnedKey = pinnedKey,
        AllowLegacyTls = printer.AllowLegacyTls,
        Snmp = VisitWords.Snmp(printer.Snmp),
        Deadline = TimeSpan.FromSeconds(printer.DeadlineSeconds),
    };

    /// <summary>The only thing that the agent understands of the answers, and only for as long as the host is away.</summary>
    private string? Next(PlannedPrinter printer, IPrinterReader reader, PrinterFetch fetch, string? cursor)
    {
        if (fetch.Failure is not null)
            return cursor;
        try
        {
            var observation = reader.Interpret(fetch.Answers);
            return observation.IsComplete ? observation.NextCursor : cursor;
        }
        catch (Exception exception)
        {
            // The host will say what is wrong with the answers. Until then the same changes are asked for again.
            LogNotUnderstood(exception, printer.Name);
            return cursor;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Printer} speaks {Protocol}, for which this version of the agent has no reader; update the agent")]
    private partial void LogNoReader(string printer, string protocol);

    [LoggerMessage(Level = LogLevel.Error, Message = "The answers of {Printer} could not be followed; they are sent all the same")]
    private partial void LogNotUnderstood(Exception exception, string printer);
}
