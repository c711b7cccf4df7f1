using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Registry;

/// <summary>Makes contact with a printer once, by the way it is read: jobs' protocol, or SNMP where it gives none.</summary>
public sealed class PrinterGreeting(IPrinterNetwork network, IEnumerable<IPrinterReader> readers, IEnumerable<IPrinterStateReader> stateReaders)
{
    private const string Snmp = "snmp";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>Null where nothing is stored by which it could be asked.</returns>
    public async Task<PrinterContact?> MeetAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        if (printer.GivesJobs)
            return await readers.Single(reader => reader.Protocol == printer.Protocol).ReadIdentityAsync(printer.Connection(network, Patience), cancellationToken);
        if (printer.SnmpConnection(network, Patience) is not { } connection || stateReaders.FirstOrDefault(reader => reader.Protocol == Snmp) is not { } agent)
            return null;

        var fetch = await agent.FetchStateAsync(connection, cancellationToken);
        var state = agent.InterpretState(fetch.Answers);
        return new PrinterContact(state.Identity, null, PasswordState.NotNeeded, fetch.Failure ?? state.Failure);
    }
}
