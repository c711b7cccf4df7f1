using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Piws.Http;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>One visit to a printer: who it is, which queue it has, which jobs changed. Ends at the first failure.</summary>
internal sealed class PiwsVisit(PiwsClient client, PrinterConnection connection, CancellationToken cancellationToken)
{
    private readonly List<RawAnswer> _answers = [];

    public IReadOnlyList<RawAnswer> Answers => _answers;

    public ReaderFailure? Failure { get; private set; }

    public async Task CollectAsync(PiwsCursor? cursor)
    {
        if (await KeepAsync(client.IdentificationAsync(cancellationToken)) is null)
            return;

        if (cursor is not null)
        {
            var reply = await client.JobsAsync(cursor.Queue, cursor.ModificationNumber, cancellationToken);
            if (reply.Failure?.Kind != DeviceFailureKind.NotFound)
            {
                Keep(reply);
                return;
            }

            // The printer was restarted: its queue has a new id and counts anew.
        }

        if (await FindQueueAsync() is { } queue)
            await KeepAsync(client.JobsAsync(queue, fromModificationNumber: 0, cancellationToken));
    }

    private async Task<string?> FindQueueAsync()
    {
        if (await KeepAsync(client.QueuesAsync(cancellationToken)) is not { } answer)
            return null;

        var queue = PiwsQueues.Parse(answer.Body) is { } queues ? PiwsQueues.Printing(queues) : null;
        if (queue is null)
            Failure = new ReaderFailure(ReaderFailureCode.Nonsense, answer.Path);
        return queue?.Id;
    }

    private async Task<DeviceAnswer?> KeepAsync(Task<DeviceReply> asked) => Keep(await asked);

    /// <returns>The answer where there was no failure.</returns>
    private DeviceAnswer? Keep(DeviceReply reply)
    {
        if (reply.Answer is { } answer)
            _answers.Add(DeviceMapping.Raw(answer));
        Failure = DeviceFailures.Of(reply, connection, reply.Answer?.Path ?? "");
        return Failure is null ? reply.Answer : null;
    }
}
