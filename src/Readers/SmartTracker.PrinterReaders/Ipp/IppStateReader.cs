using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Http;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What any printer holds, through IPP (PWG 5100.13). Supplies by colour are proven by a recorded HP office printer; IPP knows no ink volumes
/// of a large-format printer.</summary>
public sealed class IppStateReader(TimeProvider clock) : IPrinterStateReader
{
    public string Protocol => "ipp";

    public async Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = new IppClient(connection.Address, DeviceMapping.Connection(connection, IppAddress.Http(connection.Address)), clock);
        var visit = new IppVisit(client, connection, cancellationToken);
        await visit.StateAsync();
        return new PrinterFetch(visit.Answers, DeviceMapping.Certificate(client.Certificate), visit.Failure);
    }

    public PrinterState InterpretState(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return IppStateInterpreter.Interpret(answers);
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return IppAnswerNames.Withhold(answer, privacy);
    }
}
