using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.PrinterReaders.State;

/// <summary>Reads what a printer is and holds at this moment: condition, alerts, consumables, media, meters. Stateless; what happens in the field
/// comes back as a value, only cancellation throws.</summary>
public interface IPrinterStateReader
{
    /// <summary>Lower case, such as <c>piws</c> or <c>snmp</c>. A printer whose jobs come by one protocol may be asked for its state by another.</summary>
    string Protocol { get; }

    /// <summary>Fetches raw answers, to be archived before anybody interprets them.</summary>
    Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads raw answers, fresh or from the archive, those of other questions among them: the same answers give the same state.</summary>
    PrinterState InterpretState(IReadOnlyList<RawAnswer> answers);

    /// <inheritdoc cref="IPrinterReader.Withhold"/>
    RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy) => answer.Emptied();
}
