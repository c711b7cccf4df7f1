using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Asks a printer what it is and holds, through every protocol that it is known to speak. The database's connection is not held meanwhile.</summary>
public sealed class StateFetching(
    IEnumerable<IPrinterStateReader> readers, IPrinterStates states, PrinterFetching fetching, Interpretation interpretation, IOptions<CollectionOptions> options, TimeProvider time)
{
    /// <summary>Empty where the state was read a short while ago, or no reader speaks to this printer. What fails is left for the next time.</summary>
    public async Task<IReadOnlyList<FetchedState>> FetchAsync(RegisteredPrinter printer, ConversationTime conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(conversation);
        if (interpretation.HasEndlessState(printer.Id))
            return [];
        var due = await states.ReadAtAsync(printer.Id, cancellationToken) + Duration.FromMinutes(options.Value.StateEveryMinutes);
        // Of a printer without jobs the state is all there is.
        if (due > time.Now() && printer.GivesJobs)
            return [];

        var fetched = new List<FetchedState>();
        foreach (var reader in readers)
        {
            var connection = reader.Protocol == StateProtocols.Snmp ? fetching.SnmpConnection(printer, conversation)
                : StateProtocols.Go(printer.Protocol, reader.Protocol) ? fetching.Connection(printer, conversation)
                : null;
            // Jobs come first; a state for which no time is left comes with another visit. A password that was refused once is not tried
            // again by another protocol.
            if (connection is null || conversation.IsOver || (Refusal(fetched) is not null && reader.Protocol != StateProtocols.Snmp))
                continue;
            fetched.Add(new(reader, await reader.FetchStateAsync(connection, cancellationToken)));
        }

        return fetched;
    }

    /// <summary>That the printer refused its administrator's password, or null. What SNMP refuses locks nobody out.</summary>
    public static ReaderFailure? Refusal(IEnumerable<FetchedState> fetched) => fetched
        .Where(state => state.Reader.Protocol != StateProtocols.Snmp)
        .Select(state => state.Fetch.Failure).FirstOrDefault(failure => failure?.Code == ReaderFailureCode.PasswordRefused);

    /// <summary>What somebody else fetched. What came by a protocol that this host does not know is left out.</summary>
    public IReadOnlyList<FetchedState> Of(IEnumerable<VisitedState> visited) =>
        [.. visited.Join(readers, state => state.Protocol, reader => reader.Protocol, (state, reader) => new FetchedState(reader, state.Fetch))];
}

/// <summary>What one protocol answered about a printer's state.</summary>
public sealed record FetchedState(IPrinterStateReader Reader, PrinterFetch Fetch)
{
    public FetchedState Withholding(NamePrivacy privacy) => this with { Fetch = Fetch.Withhold(privacy, Reader.Withhold) };
}
