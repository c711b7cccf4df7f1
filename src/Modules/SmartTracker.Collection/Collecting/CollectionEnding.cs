using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>Ends a collection: its line in the history, when the printer is read next, and what is known of an answer that could not be taken in.</summary>
public sealed class CollectionEnding(
    ITenantDatabase database, CollectionHistory history, CollectionPacing pacing, UnreadAnswers unread, RawArchive archive, TimeProvider time)
{
    /// <summary>Inside the caller's transaction.</summary>
    /// <exception cref="CollectionLostException">It has ended already; the caller must not commit.</exception>
    public async Task EndAsync(BegunCollection begun, CollectionEnd end, CancellationToken cancellationToken)
    {
        if (!await TryEndAsync(begun, end, cancellationToken))
            throw new CollectionLostException();
    }

    /// <summary>Ends it as failed. Where it has ended already it answers how: a commit may be done although its answer was lost.</summary>
    public async Task<CollectionEnd> FailAsync(BegunCollection begun, PrinterProblem problem, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        return await FailAsync(begun, problem, transaction, cancellationToken);
    }

    /// <summary>The same, because of an exception. Where that says something of the answer, the answer is not tried for ever.</summary>
    public async Task<CollectionEnd> FailAsync(BegunCollection begun, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        await using var transaction = await database.BeginAsync(cancellationToken);
        var isSetAside = CollectionExceptions.Fault(exception, database) is { } fault
            && await archive.DigestAsync(begun.Id, cancellationToken) is { } digest
            && (await unread.AddAsync(begun.Printer, begun.Id, digest, fault, time.Now(), cancellationToken)).IsSetAside;
        return await FailAsync(begun, isSetAside ? CollectionProblems.SetAside : CollectionProblems.NotStored, transaction, cancellationToken);
    }

    private async Task<CollectionEnd> FailAsync(BegunCollection begun, PrinterProblem problem, ITenantTransaction transaction, CancellationToken cancellationToken)
    {
        var end = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, problem, []);
        if (!await TryEndAsync(begun, end, cancellationToken))
            return await history.FindAsync(begun.Id, cancellationToken) is { } row ? CollectionHistory.End(row) : end;
        await transaction.CommitAsync(cancellationToken);
        return end;
    }

    private async Task<bool> TryEndAsync(BegunCollection begun, CollectionEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        if (!await history.EndAsync(begun.Id, end, Instant.Max(time.Now(), begun.StartedAt), cancellationToken))
            return false;
        await pacing.AfterAsync(begun.Printer, begun.Pace, end, cancellationToken);
        return true;
    }
}
