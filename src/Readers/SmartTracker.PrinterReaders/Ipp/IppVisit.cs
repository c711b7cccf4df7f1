using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Http;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>One visit to a printer: who it is, which jobs are finished, and what its list leaves out about them. Ends at the first failure.</summary>
internal sealed class IppVisit(IppClient client, PrinterConnection connection, CancellationToken cancellationToken)
{
    /// <summary>More than printers remember; keeps the answer of one that remembers everything within the cap.</summary>
    private const int MostJobs = 5000;

    /// <summary>One question each.</summary>
    private const int MostJobsAskedAlone = 200;

    private readonly List<RawAnswer> _answers = [];

    public IReadOnlyList<RawAnswer> Answers => _answers;

    /// <summary>On the way only: what the answers themselves say is for whoever interprets them.</summary>
    public ReaderFailure? Failure { get; private set; }

    public async Task CollectAsync(string? cursor)
    {
        if (await KeepAsync(client.PrinterAttributesAsync(IppNames.Printer, IppAsked.Printer, cancellationToken)) is not { IsComplete: true })
            return;

        var asked = IppAsked.JobsAfter(cursor);
        var list = await AskedAsync(names => client.CompletedJobsAsync(MostJobs, names, asked, cancellationToken));
        if (list?.Message is not { } message)
            return;

        foreach (var job in Bare(message).OrderDescending().Take(MostJobsAskedAlone))
            await AskedAsync(names => client.JobAttributesAsync(job, names, IppAsked.Job, cancellationToken));
    }

    /// <summary>Does the printer give its finished jobs at all?</summary>
    public Task ProbeJobsAsync() => AskedAsync(names => client.CompletedJobsAsync(1, names, IppAsked.JobsAfter(null), cancellationToken));

    public Task StateAsync() => AskedAsync(names => client.PrinterAttributesAsync(names, IppAsked.State, cancellationToken), IppNames.State);

    public async Task<IppReading?> PrinterAsync() =>
        await KeepAsync(client.PrinterAttributesAsync(IppNames.Printer, IppAsked.Printer, cancellationToken));

    /// <summary>Some printers refuse a list of names that holds one they do not know, although RFC 8011 says to pass over it.</summary>
    private async Task<IppReading?> AskedAsync(Func<IReadOnlyList<string>, Task<IppReply>> ask, IReadOnlyList<string>? names = null)
    {
        if (Failure is not null)
            return null;
        var reading = await KeepAsync(ask(names ?? IppNames.Job));
        return reading?.Message?.Code is IppStatus.BadRequest or IppStatus.AttributesOrValuesNotSupported ? await KeepAsync(ask(IppNames.Everything)) : reading;
    }

    private async Task<IppReading?> KeepAsync(Task<IppReply> asked)
    {
        var reply = await asked;
        if (reply.Reply.Answer is { } answer)
            _answers.Add(DeviceMapping.Raw(answer));
        Failure = DeviceFailures.Of(reply.Reply, connection, connection.Address.AbsolutePath);
        return Failure is null ? reply.Reading : null;
    }

    /// <summary>Jobs of which the list gives only the number and the address, as printers before RFC 8011 do.</summary>
    private static IEnumerable<int> Bare(IppMessage list) => list.Groups
        .Where(group => group.Tag == IppTag.JobAttributes && group.Attributes.Find("job-state") is null)
        .Select(group => group.Attributes.Integer("job-id")).OfType<int>();
}
