using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>One collection from one printer, in a scope of its own: begin, fetch without holding the database, archive, interpret, store.</summary>
public sealed class PrinterCollection(
    ITenantDatabase database,
    CollectionHistory history,
    CoverageStore coverage,
    RawArchive archive,
    JobIntake intake,
    IPrinterConnections connections,
    PrinterFetching fetching,
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

    public async Task<CollectionEnd> RunAsync(RegisteredPrinter printer, BegunCollection begun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begun);
        var fetched = await fetching.FetchAsync(printer, begun.Cursor, cancellationToken);
        if (fetched is null)
            return await FailAsync(begun, CollectionProblems.NoReader(printer.Protocol), cancellationToken);

        await using (var archiving = await database.BeginAsync(cancellationToken))
        {
            if (!await history.RenewAsync(begun.Id, options.Value.Lease.UntilFrom(time.Now()), cancellationToken))
                throw Late();
            await archive.AddAsync(fetched.Printer.Id, fetched.Printer.Address, begun.Id, fetched.Fetch.Answers, cancellationToken);
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
        var observation = fetched.Reader.Interpret(fetched.Fetch.Answers);
        var failure = fetched.Fetch.Failure ?? observation.Failure;
        var problem = failure is null ? null : CollectionProblems.Of(failure);
        var key = fetched.Fetch.Certificate?.Key;
        var now = time.Now();

        await using var transaction = await database.BeginAsync(cancellationToken);
        var printer = fetched.Printer;
        if (observation.Identity is { } identity)
        {
            var answer = new AnsweringPrinter(identity.SerialNumber, identity.Model, identity.Firmware, key)
            {
                Certificate = fetched.Fetch.Certificate,
                DeviceTime = observation.Coverage?.DeviceTime,
                DeviceTimeReadAt = fetched.Fetch.Answers[^1].ReceivedAt,
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

        var end = await intake.TakeInAsync(printer, begun.Id, fetched.Fetch, observation, problem, cancellationToken);
        if (end.Problem is not null)
            await connections.FailedAsync(printer, end.Problem, key, now, cancellationToken);
        await EndAsync(begun, end, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return end;
    }

    private async Task EndAsync(BegunCollection begun, CollectionEnd end, CancellationToken cancellationToken)
    {
        if (!await history.EndAsync(begun.Id, end, EndOf(begun), cancellationToken))
            throw Late();
    }

    private Instant EndOf(BegunCollection begun) => Instant.Max(time.Now(), begun.StartedAt);

    private static InvalidOperationException Late() =>
        new("The collection was taken for dead and ended meanwhile; its jobs come with the next one.");
}

/// <param name="Cursor">Where the last collection that was stored ended, or null.</param>
public sealed record BegunCollection(CollectionId Id, Instant StartedAt, string? Cursor);
