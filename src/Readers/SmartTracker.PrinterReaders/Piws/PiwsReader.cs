using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Piws.Http;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>HP DesignJet and PageWide XL through PIWS 2.0. Proven by captures of one DesignJet Z9; figures of consumption are second-hand.</summary>
public sealed class PiwsReader(TimeProvider clock) : IPrinterReader
{
    public string Protocol => "piws";

    public async Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = new PiwsClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var answer = await client.IdentificationAsync(cancellationToken);
        var identity = answer is { Failure: null, Answer: { } document } ? PiwsMapping.Identity(PiwsIdentificationParser.Parse(document.Body)) : null;
        var certificate = DeviceMapping.Certificate(client.Certificate);
        if (identity is null)
        {
            var failure = DeviceFailures.Of(answer, connection, answer.Answer?.Path ?? "") ?? new ReaderFailure(ReaderFailureCode.Nonsense, answer.Answer?.Path ?? "");
            var refused = failure.Code == ReaderFailureCode.PasswordRefused;
            return new PrinterContact(null, certificate, refused ? PasswordState.Refused : PasswordState.NotTried, failure);
        }

        var settings = await client.SettingsAsync(cancellationToken);
        var password = settings.Failure?.Kind switch
        {
            null when client.PasswordAccepted => PasswordState.Accepted,
            null => PasswordState.NotSetOnPrinter,
            DeviceFailureKind.PasswordRefused => PasswordState.Refused,
            _ => PasswordState.NotTried,
        };
        return new PrinterContact(
            identity, certificate, password, password == PasswordState.Refused ? DeviceFailures.Of(settings, connection, settings.Answer?.Path ?? "") : null);
    }

    public async Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var client = new PiwsClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var visit = new PiwsVisit(client, connection, cancellationToken);
        await visit.CollectAsync(PiwsCursor.Parse(cursor));
        return new PrinterFetch(visit.Answers, DeviceMapping.Certificate(client.Certificate), visit.Failure);
    }

    public PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return PiwsInterpreter.Interpret(answers);
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return PiwsNames.Withhold(answer, privacy);
    }
}
