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
    private const string Snmp = "snmp";

    /// <summary>Empty where the state was read a short while ago, or no reader speaks to this printer. What fails is left for the next time.</summary>
    public async Task<IReadOnlyList<FetchedState>> FetchAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        var due = await states.ReadAtAsync(printer.Id, cancellationToken) + Duration.FromMinutes(options.Value.StateEveryMinutes);
        // Of a printer without jobs the state is all there is.
        if (due > time.Now() && printer.GivesJobs)
            return [];

        var fetched = new List<FetchedState>();
        foreach (var reader in readers)
        {
            var connection = reader.Protocol == Snmp ? fetching.SnmpConnection(printer)
                : Speaks(printer.Protocol, reader.Protocol) ? fetching.Connection(printer)
                : null;
            if (connection is not null)
                fetched.Add(new(reader, await reader.FetchStateAsync(connection, cancellationToken)));
        }

        return fetched;
    }

    /// <summary>What somebody else fetched. An answer of a protocol that this host does not know is only archived.</summary>
    public IReadOnlyList<FetchedState> Of(IEnumerable<(string Protocol, IReadOnlyList<RawAnswer> Answers)> visited) =>
    [
        .. visited.Join(readers, state => state.Protocol, reader => reader.Protocol, (state, reader) => new FetchedState(reader, new PrinterFetch(state.Answers, null, null))),
    ];

    // Who shows jobs on pages for people says its state in LEDM.
    private static bool Speaks(string jobs, string state) => jobs == state || (jobs, state) is ("ews", "ledm");
}

/// <summary>What one protocol answered about a printer's state.</summary>
public sealed record FetchedState(IPrinterStateReader Reader, PrinterFetch Fetch);
