using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Speaks to a printer. The database's connection is not held meanwhile.</summary>
public sealed class PrinterFetching(
    IPrinterConnections connections,
    IPrinterNetwork network,
    IEnumerable<IPrinterReader> readers,
    ITenantDatabase database,
    Tenant tenant,
    TimeProvider time)
{
    public async Task<FetchedPrinter> FetchAsync(RegisteredPrinter printer, string? cursor, ConversationTime conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        var nothing = new FetchedPrinter(printer, null, new PrinterFetch([], null, null));
        if (!printer.GivesJobs)
            return nothing;
        var reader = readers.FirstOrDefault(reader => reader.Protocol == printer.Protocol);
        if (reader is null)
            return nothing with { Refusal = CollectionProblems.NoReader(printer.Protocol) };

        var fetch = await reader.FetchAsync(Connection(printer, conversation), cursor, cancellationToken);
        if (!NeedsPinBeforePassword(printer, fetch) || await PinAsync(printer, fetch, cancellationToken) is not { PinnedKey: not null } pinned)
            return new FetchedPrinter(printer, reader, fetch);
        return new FetchedPrinter(pinned, reader, await reader.FetchAsync(Connection(pinned, conversation), cursor, cancellationToken));
    }

    // A password goes only to a key that is remembered; at the first contact none is yet.
    private static bool NeedsPinBeforePassword(RegisteredPrinter printer, PrinterFetch fetch) =>
        printer is { PinnedKey: null, AdminPassword: not null }
        && fetch is { Failure.Code: ReaderFailureCode.PasswordRequired, Certificate: not null };

    private async Task<RegisteredPrinter?> PinAsync(RegisteredPrinter printer, PrinterFetch fetch, CancellationToken cancellationToken)
    {
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            var problem = CollectionProblems.Of(fetch.Failure!);
            await connections.FailedAsync(printer, problem, fetch.Certificate!.Key, time.Now(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return await connections.FindAsync(printer.Id, cancellationToken);
    }

    /// <summary>How a reader speaks to the printer.</summary>
    public PrinterConnection Connection(RegisteredPrinter printer, ConversationTime conversation)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(conversation);
        // Pages for people show local time without a zone: that of the site, else the tenant's.
        return printer.Connection(network, conversation.Left) with { TimeZone = printer.TimeZoneId ?? tenant.TimeZone.Id };
    }

    /// <summary>How the printer's SNMP agent is asked, or null.</summary>
    public PrinterConnection? SnmpConnection(RegisteredPrinter printer, ConversationTime conversation)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(conversation);
        return printer.SnmpConnection(network, conversation.Left);
    }
}

/// <param name="Printer">As it was spoken to.</param>
/// <param name="Reader">Null for a printer that gives no jobs, or whose protocol nobody speaks: then <paramref name="Fetch"/> holds no answers.</param>
public sealed record FetchedPrinter(RegisteredPrinter Printer, IPrinterReader? Reader, PrinterFetch Fetch)
{
    /// <summary>What it said of its state, protocol by protocol; empty where it was not asked.</summary>
    public IReadOnlyList<FetchedState> States { get; init; } = [];

    /// <summary>Why nothing of it is to be taken in, or null.</summary>
    public PrinterProblem? Refusal { get; init; }

    /// <summary>How long it was spoken to.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Without the names that are withheld; what no reader speaks for is left out altogether.</summary>
    public FetchedPrinter Withholding(NamePrivacy privacy) => this with
    {
        Fetch = Fetch.Withhold(privacy, Reader is null ? static (answer, _) => answer.Emptied() : Reader.Withhold),
        States = [.. States.Select(state => state.Withholding(privacy))],
    };

    /// <summary>In the order in which they are archived.</summary>
    public IEnumerable<(RawAnswer Answer, string? StateProtocol)> Answers => Fetch.Answers.Select(answer => (answer, (string?)null))
        .Concat(States.SelectMany(state => state.Fetch.Answers.Select(answer => (answer, (string?)state.Reader.Protocol))));
}
