using Microsoft.Extensions.Logging;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Visiting;

/// <summary>Asks one printer once, as the host would.</summary>
public sealed partial class PrinterVisitor(PrinterProtocols protocols, LocalNetworks networks, TimeProvider time, ILogger<PrinterVisitor> logger)
{
    /// <summary>Trying a wrong password again may lock the printer's administrator out; another key may be another device.</summary>
    private static readonly ReaderFailureCode[] ForPeople = [ReaderFailureCode.KeyChanged, ReaderFailureCode.PasswordRefused];

    /// <param name="plan">That names the printer.</param>
    /// <param name="mark">Where the agent stands by its own knowledge; null goes on where the plan says.</param>
    /// <param name="withState">Also ask what the printer is and holds.</param>
    /// <returns>Null where this version has no reader for the printer's protocol.</returns>
    public async Task<AgentVisit?> VisitAsync(AgentPlan plan, PlannedPrinter printer, VisitMark? mark, bool withState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(printer);
        var reader = printer.GivesJobs ? protocols.JobsBy(printer.Protocol) : null;
        if (reader is null && printer.GivesJobs)
        {
            LogNoReader(printer.Name, printer.Protocol);
            return null;
        }

        // At another address a mark means nothing.
        var here = mark?.Address == printer.Address ? mark : null;
        var cursor = here is null ? printer.Cursor : here.Cursor;
        var startedAt = time.GetUtcNow();
        var (connection, fetch) = await FetchAsync(reader, Connection(plan, printer, printer.PinnedKey ?? here?.PinnedKey), cursor, cancellationToken);
        // From here on the visit is kept and sent.
        var privacy = VisitWords.Names(plan.Names);
        fetch = reader is null ? fetch : fetch.Withhold(privacy, reader.Withhold);
        return new AgentVisit
        {
            Id = Guid.CreateVersion7(startedAt),
            PrinterId = printer.Id,
            Address = printer.Address,
            StartedAt = startedAt,
            Jobs = VisitWords.Fetch(printer.Protocol, fetch),
            // A printer that did not give its jobs is not asked for more; of one that gives none the state is all there is.
            States = (withState || reader is null) && fetch.Failure is null ? await StatesAsync(printer, connection, privacy, cancellationToken) : [],
            After = new VisitMark(
                reader is null ? null : Next(printer, reader, fetch, cursor), printer.Address, connection.PinnedKey ?? fetch.Certificate?.Key,
                fetch.Failure is { } failure && ForPeople.Contains(failure.Code) ? failure.Code.ToString() : null),
        };
    }

    private async Task<IReadOnlyList<VisitFetch>> StatesAsync(PlannedPrinter printer, PrinterConnection connection, NamePrivacy privacy, CancellationToken cancellationToken)
    {
        var states = new List<VisitFetch>();
        foreach (var reader in protocols.StatesOf(printer.Protocol, printer.Snmp is not null))
        {
            var way = reader.Protocol == StateProtocols.Snmp ? connection with { Address = printer.Snmp!.Address, Password = null } : connection;
            states.Add(VisitWords.Fetch(reader.Protocol, (await reader.FetchStateAsync(way, cancellationToken)).Withhold(privacy, reader.Withhold)));
        }

        return states;
    }

    // A password goes only to a key that is remembered; at the first contact the one that is presented is.
    private static async Task<(PrinterConnection Connection, PrinterFetch Fetch)> FetchAsync(
        IPrinterReader? reader, PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        if (reader is null)
            return (connection, new PrinterFetch([], null, null));
        var fetch = await reader.FetchAsync(connection, cursor, cancellationToken);
        if (connection is not { PinnedKey: null, Password: not null } || fetch is not { Failure.Code: ReaderFailureCode.PasswordRequired, Certificate.Key: { } key })
            return (connection, fetch);
        var pinned = connection with { PinnedKey = key };
        return (pinned, await reader.FetchAsync(pinned, cursor, cancellationToken));
    }

    private PrinterConnection Connection(AgentPlan plan, PlannedPrinter printer, string? pinnedKey) => new()
    {
        Address = printer.Address,
        Allows = networks.Allows,
        Password = printer.Password,
        PinnedKey = pinnedKey,
        Authorities = printer.NeedsAuthority ? new AuthorityTrust(plan.Authorities) : null,
        TimeZone = printer.TimeZone ?? plan.TimeZone,
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
