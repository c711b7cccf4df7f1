using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Sources;

/// <summary>A person says of jobs that a second source lists whether they are known, or takes that back.</summary>
public sealed class SecondListingDeciding(
    SecondListingStore listings, PrintJobStore jobs, IEnumerable<IPrintJobsStored> participants, ITenantDatabase database, TimeProvider time)
{
    /// <summary>Answers how many were decided. Those about which somebody else decided meanwhile are left alone.</summary>
    /// <param name="choices">By the listing's id.</param>
    /// <exception cref="ArgumentException">A choice names no job of the listing's device, or there is no reason.</exception>
    public async Task<int> DecideAsync(IReadOnlyDictionary<Guid, SecondListingChoice> choices, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var transaction = await database.BeginAsync(cancellationToken);
        var rows = await listings.AskedAsync(choices.Keys.ToList(), cancellationToken);
        var own = rows.Where(row => choices[row.Id].State == SecondListingState.Own).ToList();
        var stored = await jobs.StoreAsync([.. own.Select(Seen)], cancellationToken, trustHighest: false);
        foreach (var participant in stored.New + stored.Changed > 0 ? participants : [])
            await participant.StoredAsync(stored.ToTell(), cancellationToken);

        var became = await listings.StoredAsync(own, cancellationToken);
        foreach (var row in rows)
        {
            var choice = choices[row.Id];
            row.State = choice.State;
            row.PrintJobId = choice.State == SecondListingState.Own ? became[row.Identity] : await SameAsync(row, choice, cancellationToken);
            (row.Reason, row.DecidedBy, row.DecidedAt) = (reason.Trim(), by, time.Now());
        }

        await listings.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    /// <summary>Asks about it again. False where there is no such listing, or where it stands among the jobs: these are not taken back.</summary>
    public async Task<bool> ReopenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await listings.FindAsync(id, cancellationToken) is not { State: SecondListingState.Same or SecondListingState.NotCounted } row)
            return false;
        (row.State, row.PrintJobId, row.Reason, row.DecidedBy, row.DecidedAt) = (SecondListingState.Asked, null, null, null, null);
        await listings.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<PrintJobId?> SameAsync(SecondListingRow row, SecondListingChoice choice, CancellationToken cancellationToken)
    {
        if (choice.State != SecondListingState.Same)
            return null;
        var named = choice.Job is { } id ? await listings.JobsAsync([id], cancellationToken) : [];
        return named is [{ } job] && job.PrinterSerial == row.PrinterSerial
            ? job.Id
            : throw new ArgumentException("It may only be a job of the same device.", nameof(choice));
    }

    private static SeenJob Seen(SecondListingRow row) => new(
        new JobOrigin(row.PrinterId, row.PrinterSerial, row.DeviceEpoch, row.CollectionId, row.ImportId, row.Source), row.DeviceJobId,
        new JobSighting(row.QueueId, row.Modification, row.ObservedAt, JobFigures.FromJson(row.Figures)));
}

/// <param name="Job">The known one, where it is the same.</param>
public sealed record SecondListingChoice(SecondListingState State, PrintJobId? Job = null)
{
    private const string SameAs = "same:";

    /// <summary>As a form says it: <c>own</c>, <c>notCounted</c> or <c>same:</c> and a job's id. Null for anything else: then nothing is decided.</summary>
    public static SecondListingChoice? Parse(string? text) => text switch
    {
        "own" => new(SecondListingState.Own),
        "notCounted" => new(SecondListingState.NotCounted),
        _ when text?.StartsWith(SameAs, StringComparison.Ordinal) == true && Guid.TryParse(text[SameAs.Length..], out var job) => new(SecondListingState.Same, new PrintJobId(job)),
        _ => null,
    };

    public static string Same(PrintJobId job) => SameAs + job;
}
