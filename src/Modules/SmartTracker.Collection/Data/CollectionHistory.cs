using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>One line for each collection: when, what came of it, what went wrong.</summary>
public sealed class CollectionHistory(CollectionDbContext context)
{
    private const int MostRemarks = 100;

    /// <summary>Ends the collection from this printer whose lease is over: it was cut off. False where there was none.</summary>
    public async Task<bool> EndCutOffAsync(PrinterId printer, Instant now, CancellationToken cancellationToken) =>
        // One statement: a collection that ends or renews its lease at this very moment is left alone.
        await context.Collections.Where(row => row.PrinterId == printer && row.EndedAt == null && (row.LeaseUntil == null || row.LeaseUntil < now)).ExecuteUpdateAsync(
            row => row
                .SetProperty(collection => collection.EndedAt, collection => collection.StartedAt > now ? collection.StartedAt : now)
                .SetProperty(collection => collection.Result, CollectionResult.Interrupted),
            cancellationToken) > 0;

    /// <summary>The newest one from this printer that was cut off.</summary>
    public async Task<CollectionId?> CutOffAsync(PrinterId printer, CancellationToken cancellationToken) =>
        (await context.Collections.AsNoTracking().Where(row => row.PrinterId == printer && row.Result == CollectionResult.Interrupted)
            .OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancellationToken))?.Id;

    /// <exception cref="DbUpdateException">Another collection from this printer began at the same moment.</exception>
    public async Task<CollectionId> BeginAsync(PrinterId printer, Instant at, Instant leaseUntil, CancellationToken cancellationToken)
    {
        var id = CollectionId.New();
        await BeginAsync(id, printer, at, leaseUntil, cancellationToken);
        return id;
    }

    /// <exception cref="DbUpdateException">Another collection from this printer, or with this id, began at the same moment.</exception>
    public Task BeginAsync(CollectionId id, PrinterId printer, Instant at, Instant leaseUntil, CancellationToken cancellationToken)
    {
        context.Collections.Add(new CollectionRow { Id = id, PrinterId = printer, StartedAt = at, LeaseUntil = leaseUntil, Result = CollectionResult.Running });
        return context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether a collection ended without its answers having been taken in, so that it may go on.</summary>
    public static bool WasCutOff(CollectionRow row) =>
        row is { Result: CollectionResult.Interrupted } || Problem(row)?.Code == CollectionProblems.NotStoredCode;

    /// <summary>Goes on with a collection that was cut off.</summary>
    public Task ResumeAsync(CollectionId id, Instant at, Instant leaseUntil, CancellationToken cancellationToken) =>
        context.Collections.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row
                .SetProperty(collection => collection.StartedAt, at)
                .SetProperty(collection => collection.EndedAt, (Instant?)null)
                .SetProperty(collection => collection.LeaseUntil, leaseUntil)
                .SetProperty(collection => collection.Result, CollectionResult.Running)
                .SetProperty(collection => collection.Problem, (string?)null),
            cancellationToken);

    /// <summary>False where the collection was taken for dead and ended meanwhile: its caller must not commit.</summary>
    public async Task<bool> RenewAsync(CollectionId id, Instant leaseUntil, CancellationToken cancellationToken) =>
        await context.Collections.Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(collection => collection.LeaseUntil, leaseUntil), cancellationToken) == 1;

    /// <summary>False where the collection was taken for dead and ended meanwhile: its caller must not commit.</summary>
    public async Task<bool> EndAsync(CollectionId id, CollectionEnd end, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        var problem = end.Problem is null ? null : JsonSerializer.Serialize(end.Problem);
        var remarks = end.Remarks.Count == 0 ? null : JsonSerializer.Serialize(end.Remarks.Take(MostRemarks));
        var ended = await context.Collections.Where(row => row.Id == id && row.EndedAt == null).ExecuteUpdateAsync(
            row => row
                .SetProperty(collection => collection.EndedAt, at)
                .SetProperty(collection => collection.Result, end.Result)
                .SetProperty(collection => collection.Problem, problem)
                .SetProperty(collection => collection.NewJobs, end.NewJobs)
                .SetProperty(collection => collection.ChangedJobs, end.ChangedJobs)
                .SetProperty(collection => collection.UnchangedJobs, end.UnchangedJobs)
                .SetProperty(collection => collection.Remarks, remarks),
            cancellationToken);
        return ended == 1;
    }

    public Task<IReadOnlyList<CollectionRow>> LatestAsync(PrinterId printer, int count, CancellationToken cancellationToken) =>
        LatestAsync(printer, null, count, cancellationToken);

    /// <param name="before">Only those that began before this one.</param>
    public async Task<IReadOnlyList<CollectionRow>> LatestAsync(PrinterId printer, CollectionId? before, int count, CancellationToken cancellationToken)
    {
        var rows = context.Collections.AsNoTracking().Where(row => row.PrinterId == printer);
        if (before is { } id)
            rows = rows.Where(row => context.Collections.Any(last => last.Id == id && row.StartedAt < last.StartedAt));
        return await rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancellationToken);
    }

    public Task<CollectionRow?> FindAsync(CollectionId id, CancellationToken cancellationToken) =>
        context.Collections.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public async Task<CollectionId?> RunningAsync(PrinterId printer, CancellationToken cancellationToken) =>
        (await context.Collections.AsNoTracking().FirstOrDefaultAsync(row => row.PrinterId == printer && row.EndedAt == null, cancellationToken))?.Id;

    public async Task<(IReadOnlyList<CollectionRow> Rows, int All)> PageAsync(
        bool onlyProblems, PrinterId? printer, int page, int size, CancellationToken cancellationToken)
    {
        var rows = context.Collections.AsNoTracking();
        if (printer is { } one)
            rows = rows.Where(row => row.PrinterId == one);
        if (onlyProblems)
            rows = rows.Where(row => row.Problem != null || row.Result == CollectionResult.Interrupted);
        var all = await rows.CountAsync(cancellationToken);
        var some = await rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return (some, all);
    }

    public async Task<IReadOnlyDictionary<CollectionId, CollectionRow>> FindAsync(IReadOnlyCollection<CollectionId> ids, CancellationToken cancellationToken) =>
        await context.Collections.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);

    public static CollectionEnd End(CollectionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Result, row.NewJobs, row.ChangedJobs, row.UnchangedJobs, Problem(row), Remarks(row));
    }

    public static PrinterProblem? Problem(CollectionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Problem is null ? null : JsonSerializer.Deserialize<PrinterProblem>(row.Problem);
    }

    public static IReadOnlyList<ObservationProblem> Remarks(CollectionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Remarks is null ? [] : JsonSerializer.Deserialize<List<ObservationProblem>>(row.Remarks)!;
    }
}

/// <summary>How a collection ended.</summary>
public sealed record CollectionEnd(
    CollectionResult Result, int NewJobs, int ChangedJobs, int UnchangedJobs, PrinterProblem? Problem, IReadOnlyList<ObservationProblem> Remarks)
{
    /// <summary>Jobs in the device's list; null where it did not say.</summary>
    public int? ListHolds { get; init; }

    /// <summary>What the device was spoken to for.</summary>
    public TimeSpan Took { get; init; }
}
