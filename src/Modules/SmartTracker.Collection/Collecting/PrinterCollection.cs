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
        // Two conversations with the printer and the time to store them; what is older was cut off.
        var deadBefore = now - Duration.FromSeconds(2 * options.Value.DeadlineSeconds) - Duration.FromMinutes(5);
        await using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            if (await history.IsRunningAsync(printer, deadBefore, now, cancellationToken))
                return null;
            var cursor = await coverage.CursorAsync(printer, cancellationToken);
            var id = await history.BeginAsync(printer, now, cancellationToken);
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
            await archive.AddAsync(fetched.Printer.Id, fetched.Printer.Address, begun.Id, fetched.Fetch.Answers, cancellationToken);
            await archiving.CommitAsync(cancellationToken);
        }

        return await StoreAsync(begun, fetched, cancellationToken);
    }

    public async Task<CollectionEnd> FailAsync(BegunCollection begun, PrinterProblem problem, CancellationToken cancellationToken)
    {
        var end = new CollectionEnd(CollectionResult.Failed, 0, 0, 0, problem, []);
        await using var transaction = await database.BeginAsync(cancellationToken);
        await EndAsync(begun, end, cancellationToken);
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
            var answer = new AnsweringPrinter(identity.SerialNumber, identity.Model, identity.Firmware, key);
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
        if (!await history.EndAsync(begun.Id, end, Instant.Max(time.Now(), begun.StartedAt), cancellationToken))
            throw new InvalidOperationException("The collection was taken for dead and ended meanwhile; its jobs come with the next one.");
    }
}

/// <param name="Cursor">Where the last collection that was stored ended, or null.</param>
public sealed record BegunCollection(CollectionId Id, Instant StartedAt, string? Cursor);
