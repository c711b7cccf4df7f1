using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Privacy;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>One collection from one printer, in a scope of its own: begin, fetch without holding the database, archive. What follows is <see cref="CollectionIntake"/>'s.</summary>
public sealed class PrinterCollection(
    ITenantDatabase database,
    CollectionHistory history,
    CoverageStore coverage,
    PaceStore paces,
    RawArchive archive,
    UnreadAnswers unread,
    PrinterFetching fetching,
    StateFetching stateFetching,
    NamePrivacies privacies,
    IOptions<CollectionOptions> options,
    TimeProvider time)
{
    /// <summary>Null where another collection from this printer is running.</summary>
    public async Task<BegunCollection?> BeginAsync(PrinterId printer, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            var cutOff = await CutOffAsync(printer, now, cancellationToken);
            if (await history.RunningAsync(printer, cancellationToken) is not null)
                return null;
            var (cursor, pace) = (await coverage.CursorAsync(printer, cancellationToken), await paces.FindAsync(printer, cancellationToken));
            var id = await history.BeginAsync(printer, now, LeaseFrom(now), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new BegunCollection(id, printer, now) { Cursor = cursor, Pace = pace, CutOff = cutOff };
        }
        catch (DbUpdateException)
        {
            // The database lets only one collection from a printer run.
            return null;
        }
    }

    /// <summary>Begins with what somebody else fetched, archived at once. One of this id that was cut off goes on; its answers are archived already.</summary>
    /// <returns>Null with true where this id has been stored; null with false where another collection from this printer is running.</returns>
    public async Task<(BegunCollection? Begun, bool IsKnown)> BeginAsync(
        Guid id, Instant visitedAt, FetchedPrinter visited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visited);
        var (collection, printer, now) = (new CollectionId(id), visited.Printer, time.Now());
        await using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            var cutOff = await CutOffAsync(printer.Id, now, cancellationToken);
            if (await history.RunningAsync(printer.Id, cancellationToken) is not null)
                return (null, false);
            if (await history.FindAsync(collection, cancellationToken) is { } before)
            {
                if (!CollectionHistory.WasCutOff(before))
                    return (null, before.PrinterId == printer.Id);
                await history.ResumeAsync(collection, now, LeaseFrom(now), cancellationToken);
            }
            else
            {
                await history.BeginAsync(collection, printer.Id, now, LeaseFrom(now), cancellationToken);
                await archive.AddAsync(printer.Id, printer.Address, collection, visited.Answers, cancellationToken);
            }

            var pace = await paces.FindAsync(printer.Id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (new BegunCollection(collection, printer.Id, now) { Pace = pace, CutOff = cutOff, Visited = visited, VisitedAt = visitedAt }, false);
        }
        catch (DbUpdateException)
        {
            return (null, false);
        }
    }

    /// <summary>Asks the printer, or takes what somebody else asked. Afterwards all of it is in the archive.</summary>
    public async Task<FetchedPrinter> FetchAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        if (begun.Visited is { } visited)
            return await DoubtAsync(begun, visited, cancellationToken);

        var conversation = new ConversationTime(time, TimeSpan.FromSeconds(options.Value.DeadlineSeconds));
        var heard = await fetching.FetchAsync(printer, begun.Cursor, conversation, cancellationToken);
        var privacy = await privacies.CurrentAsync(cancellationToken);
        var fetched = await DoubtAsync(begun, heard.Withholding(privacy), cancellationToken);
        if (fetched.Refusal is not null)
            return fetched;
        // A printer that did not give its jobs is not asked for more.
        if (fetched.Fetch.Failure is null)
        {
            var states = await stateFetching.FetchAsync(fetched.Printer, conversation, cancellationToken);
            fetched = fetched with { States = [.. states.Select(state => state.Withholding(privacy))] };
        }

        await using var archiving = await database.BeginAsync(cancellationToken);
        if (!await history.RenewAsync(begun.Id, LeaseFrom(time.Now()), cancellationToken))
            throw new CollectionLostException();
        await archive.AddAsync(fetched.Printer.Id, fetched.Printer.Address, begun.Id, fetched.Answers, cancellationToken);
        await archiving.CommitAsync(cancellationToken);
        return fetched with { Took = conversation.Taken };
    }

    // What was set aside is in the archive already, and not tried again while it stays the same.
    private async Task<FetchedPrinter> DoubtAsync(BegunCollection begun, FetchedPrinter fetched, CancellationToken cancellationToken)
    {
        if (!begun.IsDoubtful || fetched.Fetch.Failure is not null || RawArchive.Digest(fetched.Fetch.Answers) is not { } digest)
            return fetched;

        var known = await unread.FindAsync(begun.Printer, cancellationToken);
        // The program may have ended because of what it was interpreting.
        if (begun.CutOff is { } cutOff && await archive.DigestAsync(cutOff, cancellationToken) is { } before && before.AsSpan().SequenceEqual(digest))
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            known = await unread.AddAsync(begun.Printer, cutOff, digest, AnswerFault.Crash, time.Now(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return known is { IsSetAside: true } && known.Digest.AsSpan().SequenceEqual(digest) ? fetched with { Refusal = CollectionProblems.SetAside } : fetched;
    }

    private async Task<CollectionId?> CutOffAsync(PrinterId printer, Instant now, CancellationToken cancellationToken) =>
        await history.EndCutOffAsync(printer, now, cancellationToken) ? await history.CutOffAsync(printer, cancellationToken) : null;

    private Instant LeaseFrom(Instant now) => options.Value.Lease.UntilFrom(now);
}
