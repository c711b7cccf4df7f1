using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>One collection from one printer, in a scope of its own: begin, fetch without holding the database, archive, interpret, store.</summary>
public sealed class PrinterCollection(
    ITenantDatabase database,
    CollectionHistory history,
    CoverageStore coverage,
    RawArchive archive,
    JobIntake intake,
    StateIntake stateIntake,
    IPrinterConnections connections,
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
            if (await history.IsRunningAsync(printer, now, cancellationToken))
                return null;
            var cursor = await coverage.CursorAsync(printer, cancellationToken);
            var id = await history.BeginAsync(printer, now, options.Value.Lease.UntilFrom(now), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new BegunCollection(id, now, cursor);
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
        var lease = options.Value.Lease.UntilFrom(now);
        await using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            if (await history.IsRunningAsync(printer.Id, now, cancellationToken))
                return (null, false);
            if (await history.FindAsync(collection, cancellationToken) is { } before)
            {
                if (!CollectionHistory.WasCutOff(before))
                    return (null, before.PrinterId == printer.Id);
                await history.ResumeAsync(collection, now, lease, cancellationToken);
            }
            else
            {
                await history.BeginAsync(collection, printer.Id, now, lease, cancellationToken);
                await archive.AddAsync(printer.Id, printer.Address, collection, visited.Answers, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return (new BegunCollection(collection, now, Cursor: null, visited, visitedAt), false);
        }
        catch (DbUpdateException)
        {
            return (null, false);
        }
    }

    public async Task<CollectionEnd> RunAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        if (begun.Visited is { } visited)
            return await StoreAsync(begun, visited, cancellationToken);

        var fetched = await fetching.FetchAsync(printer, begun.Cursor, cancellationToken);
        if (fetched is null)
            return await FailAsync(begun, CollectionProblems.NoReader(printer.Protocol), cancellationToken);
        // A printer that did not give its jobs is not asked for more.
        if (fetched.Fetch.Failure is null)
            fetched = fetched with { States = await stateFetching.FetchAsync(fetched.Printer, cancellationToken) };
        fetched = fetched.Withholding(await privacies.CurrentAsync(cancellationToken));

        await using (var archiving = await database.BeginAsync(cancellationToken))
        {
            if (!await history.RenewAsync(begun.Id, options.Value.Lease.UntilFrom(time.Now()), cancellationToken))
                throw Late();
            await archive.AddAsync(fetched.Printer.Id, fetched.Printer.Address, begun.Id, fetched.Answers, cancellationToken);
            await archiving.CommitAsync(cancellationToken);
        }

        return await StoreAsync(begun, fetched, cancellationToken);
    }

    /// <summary>Ends the collection as failed. Where it has ended already it answers how: a commit may be done although its answer was lost.</summary>
    public async Task<CollectionEnd> FailAsync(BegunCollection begun, PrinterProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        var end = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, problem, []);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!await history.EndAsync(begun.Id, end, EndOf(begun), cancellationToken))
            return await history.FindAsync(begun.Id, cancellationToken) is { } row ? CollectionHistory.End(row) : end;
        await transaction.CommitAsync(cancellationToken);
        return end;
    }

    private async Task<CollectionEnd> StoreAsync(BegunCollection begun, FetchedPrinter fetched, CancellationToken cancellationToken)
    {
        var state = StateIntake.Read(fetched.States);
        var observation = fetched.Reader?.Interpret(fetched.Fetch.Answers) ?? new PrinterObservation { Identity = state?.Identity };
        var failure = fetched.Fetch.Failure ?? observation.Failure;
        var problem = failure is null ? null : CollectionProblems.Of(failure);
        var key = fetched.Fetch.Certificate?.Key;
        var now = ContactAt(begun);

        await using var transaction = await database.BeginAsync(cancellationToken);
        var printer = fetched.Printer;
        if (observation.Identity is { } identity)
        {
            var answer = new AnsweringPrinter(identity.SerialNumber, identity.Model, identity.Firmware, key)
            {
                Certificate = fetched.Fetch.Certificate,
                DeviceTime = observation.Coverage?.DeviceTime,
                DeviceTimeReadAt = (fetched.Reader is null ? fetched.Answers.Last().Answer : fetched.Fetch.Answers[^1]).ReceivedAt,
            };
            if (await connections.AnsweredAsync(printer, answer, now, cancellationToken) is { } stranger)
            {
                var refused = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, stranger, observation.Problems);
                await EndAsync(begun, refused, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return refused;
            }

            printer = printer with { PinnedKey = printer.PinnedKey ?? key };
        }

        var end = fetched.Reader is null
            ? StateOnly(fetched)
            : await intake.TakeInAsync(printer, begun.Id, fetched.Fetch, observation, problem, cancellationToken);
        if (state is not null)
            await stateIntake.TakeInAsync(printer, observation.Identity?.SerialNumber, fetched.States, state, cancellationToken);
        if (end.Problem is not null)
            await connections.FailedAsync(printer, end.Problem, key, now, cancellationToken);
        await EndAsync(begun, end, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return end;
    }

    private static CollectionEnd StateOnly(FetchedPrinter fetched)
    {
        var failure = fetched.States.Select(state => state.Fetch.Failure).OfType<ReaderFailure>().FirstOrDefault();
        var problem = failure is not null ? CollectionProblems.Of(failure) : fetched.States.Count == 0 ? CollectionProblems.NoReader(fetched.Printer.Protocol) : null;
        return new(problem is null ? CollectionResult.Complete : CollectionResult.Failed, 0, 0, 0, problem, []);
    }

    private async Task EndAsync(BegunCollection begun, CollectionEnd end, CancellationToken cancellationToken)
    {
        if (!await history.EndAsync(begun.Id, end, EndOf(begun), cancellationToken))
            throw Late();
    }

    // A visit may have been made days ago.
    private Instant ContactAt(BegunCollection begun)
    {
        var now = time.Now();
        return begun.VisitedAt is { } at ? Instant.Min(now, at) : now;
    }

    private Instant EndOf(BegunCollection begun) => Instant.Max(time.Now(), begun.StartedAt);

    private static InvalidOperationException Late() =>
        new("The collection was taken for dead and ended meanwhile; its jobs come with the next one.");
}

/// <param name="Cursor">Where the last collection that was stored ended, or null.</param>
/// <param name="Visited">What somebody else fetched and the archive has; null where the printer is still to be asked.</param>
public sealed record BegunCollection(CollectionId Id, Instant StartedAt, string? Cursor, FetchedPrinter? Visited = null, Instant? VisitedAt = null);
