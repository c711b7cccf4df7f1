using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Piws.Http;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>One visit to a printer for its state. Models differ in the documents they have, so one that is not there, or that the printer cannot give at
/// the moment, ends nothing; a printer that has none at all does.</summary>
internal sealed class PiwsStateVisit(PiwsClient client, PrinterConnection connection, CancellationToken cancellationToken)
{
    private readonly List<RawAnswer> _answers = [];

    public IReadOnlyList<RawAnswer> Answers => _answers;

    public ReaderFailure? Failure { get; private set; }

    public async Task CollectAsync()
    {
        var identity = await client.IdentificationAsync(cancellationToken);
        Keep(identity);
        if ((Failure = FailureOf(identity)) is not null)
            return;

        var givesAny = false;
        ReaderFailure? lacking = null;
        foreach (var path in PiwsStatePaths.All)
        {
            var reply = await client.StateAsync(path, cancellationToken);
            Keep(reply);
            if (reply.Failure is null)
                givesAny |= path != PiwsStatePaths.ProductUsage;
            else if (IsOfThisDocument(reply.Failure.Kind))
                lacking ??= FailureOf(reply);
            else if ((Failure ??= FailureOf(reply)) is not null && reply.Answer is null)
                return;
        }

        if (!givesAny)
            Failure ??= lacking;
    }

    /// <summary>Says nothing about the other documents: not there, not now, or only for the administrator.</summary>
    private static bool IsOfThisDocument(DeviceFailureKind kind) =>
        kind is DeviceFailureKind.NotFound or DeviceFailureKind.DeviceError or DeviceFailureKind.PasswordRequired;

    /// <summary>A printer that sleeps sends whoever asks to a page that would wake it; nobody is woken.</summary>
    private ReaderFailure? FailureOf(DeviceReply reply) =>
        reply is { Failure: { Kind: DeviceFailureKind.Redirected, Detail: var where }, Answer: { } answer } && where.Contains("wakeup", StringComparison.OrdinalIgnoreCase)
            ? new(ReaderFailureCode.Asleep, answer.Path)
            : DeviceFailures.Of(reply, connection, reply.Answer?.Path ?? "");

    private void Keep(DeviceReply reply)
    {
        if (reply.Answer is { } answer)
            _answers.Add(DeviceMapping.Raw(answer));
    }
}
