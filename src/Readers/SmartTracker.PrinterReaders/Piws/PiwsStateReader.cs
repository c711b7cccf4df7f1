using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.Http;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>What an HP DesignJet or PageWide XL holds, through PIWS 2.0. Status and ink are proven by a capture of one DesignJet Z9, media by its
/// client; printheads, maintenance, alerts and clock by a client of a Latex 800W only.</summary>
public sealed class PiwsStateReader(TimeProvider clock) : IPrinterStateReader
{
    public string Protocol => "piws";

    public async Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = new PiwsClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var visit = new PiwsStateVisit(client, connection, cancellationToken);
        await visit.CollectAsync();
        return new PrinterFetch(visit.Answers, DeviceMapping.Certificate(client.Certificate), visit.Failure);
    }

    public PrinterState InterpretState(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new PiwsStateInterpreter(answers).Interpret();
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return PiwsNames.Withhold(answer, privacy);
    }
}
