using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Http;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>HP large-format printers through the accounting that their embedded web server shows to people. Experimental: known from four programs
/// that read such pages, no capture of one could be had.</summary>
public sealed class EwsReader(TimeProvider clock) : IPrinterReader
{
    public string Protocol => "ews";

    public async Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var device = new DeviceClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var visit = new EwsVisit(device, connection, cancellationToken);
        await visit.CollectAsync(null);
        var observation = EwsInterpreter.Interpret(visit.Answers);
        var failure = visit.Failure ?? observation.Failure;
        return new PrinterContact(observation.Identity, DeviceMapping.Certificate(device.Certificate), DeviceMapping.Password(failure, device.PasswordAccepted), failure);
    }

    public async Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var device = new DeviceClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var visit = new EwsVisit(device, connection, cancellationToken);
        await visit.CollectAsync(cursor);
        return new PrinterFetch(visit.Answers, DeviceMapping.Certificate(device.Certificate), visit.Failure);
    }

    public PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return EwsInterpreter.Interpret(answers);
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return EwsAnswerNames.Withhold(answer, privacy);
    }
}
