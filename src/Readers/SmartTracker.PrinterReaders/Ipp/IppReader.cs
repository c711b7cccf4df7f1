using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Ipp.Http;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Any printer through IPP. Proven with CUPS' <c>ippeveprinter</c> and with recorded answers of HP office printers; IPP knows no ink, and
/// an area only where the job names its sheet.</summary>
public sealed class IppReader(TimeProvider clock) : IPrinterReader
{
    public string Protocol => "ipp";

    public async Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = Client(connection);
        var visit = new IppVisit(client, connection, cancellationToken);
        await visit.PrinterAsync();
        if (visit.Failure is null)
            await visit.ProbeJobsAsync();

        var observation = IppInterpreter.Interpret(visit.Answers);
        var failure = visit.Failure ?? observation.Failure;
        return new PrinterContact(observation.Identity, DeviceMapping.Certificate(client.Certificate), DeviceMapping.Password(failure, client.PasswordAccepted), failure);
    }

    public async Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = Client(connection);
        var visit = new IppVisit(client, connection, cancellationToken);
        await visit.CollectAsync(cursor);
        return new PrinterFetch(visit.Answers, DeviceMapping.Certificate(client.Certificate), visit.Failure);
    }

    public PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return IppInterpreter.Interpret(answers);
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return IppAnswerNames.Withhold(answer, privacy);
    }

    private IppClient Client(PrinterConnection connection) =>
        new(connection.Address, DeviceMapping.Connection(connection, IppAddress.Http(connection.Address)), clock);
}
