using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Data;

/// <summary>Stores what was seen of jobs: one row for each serial number, epoch and device job id, however often and in whatever order it arrives.</summary>
public sealed class PrintJobStore(CollectionDbContext context, KnownPrintJobs known, ITenantDatabase database)
{
    public const int BatchSize = 5000;

    // Ids in one query: below what every supported database takes in one statement.
    private const int IdsPerQuery = 1000;

    /// <param name="trustHighest">False after the unique index objected to a job that was taken for new.</param>
    public async Task<StoredJobs> StoreAsync(IReadOnlyCollection<SeenJob> seen, CancellationToken cancellationToken, bool trustHighest = true)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var result = new StoredJobs();
        foreach (var batch in seen.GroupBy(job => job.Identity).Chunk(BatchSize))
            await StoreBatchAsync(batch, trustHighest, result, cancellationToken);
        return result;
    }

    public async Task<bool> AnyKnownAsync(JobOrigin origin, IReadOnlyCollection<string> deviceJobIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        foreach (var batch in deviceJobIds.Chunk(IdsPerQuery))
        {
            var ids = batch.ToList();
            if (await Of(origin).AnyAsync(job => ids.Contains(job.DeviceJobId), cancellationToken))
                return true;
        }

        return false;
    }

    public Task<bool> AnyAsync(JobOrigin origin, CancellationToken cancellationToken) => Of(origin).AnyAsync(cancellationToken);

    private IQueryable<PrintJobRow> Of(JobOrigin origin) =>
        context.PrintJobs.Where(job => job.PrinterSerial == origin.SerialNumber && job.DeviceEpoch == origin.DeviceEpoch);

    private async Task StoreBatchAsync(IGrouping<JobIdentity, SeenJob>[] batch, bool trustHighest, StoredJobs result, CancellationToken cancellationToken)
    {
        var identities = batch.Select(job => job.Key).ToList();
        var rows = await known.FindAsync(identities, trustHighest, cancellationToken);
        var changed = batch.Where(job => rows.TryGetValue(job.Key, out var row) && !SaysNothingNew(row, job)).ToList();
        var stored = await SightingsAsync([.. changed.Select(job => rows[job.Key].Id)], cancellationToken);

        var additions = new Additions();
        foreach (var job in batch)
        {
            if (!rows.TryGetValue(job.Key, out var row))
                Add([.. job], additions, result);
            else if (SaysNothingNew(row, job))
                result.Unchanged++;
            else
                Update(row, [.. stored[row.Id]], [.. job], additions, result);
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var entry in additions.Updated)
            context.Entry(entry).State = EntityState.Detached;
        await database.InsertAsync(context, additions.Rows, cancellationToken);
        await database.InsertAsync(context, additions.Sightings, cancellationToken);
        await known.StoredAsync(identities, cancellationToken);
    }

    private async Task<ILookup<PrintJobId, SightingRow>> SightingsAsync(List<PrintJobId> jobs, CancellationToken cancellationToken)
    {
        var sightings = new List<SightingRow>();
        foreach (var some in jobs.Chunk(IdsPerQuery))
            sightings.AddRange(await context.Sightings.AsNoTracking().Where(sighting => some.Contains(sighting.PrintJobId)).ToListAsync(cancellationToken));
        return sightings.ToLookup(sighting => sighting.PrintJobId);
    }

    /// <summary>The row is its only sighting, and each of these is the very same.</summary>
    private static bool SaysNothingNew(PrintJobRow row, IEnumerable<SeenJob> seen) =>
        row.ImportId is not null && seen.All(job => job.Sighting.IsFromImport && job.Sighting.Json == row.Figures);

    private static void Add(SeenJob[] seen, Additions additions, StoredJobs result)
    {
        var origin = seen[0].Origin;
        var history = JobHistory.Of(seen.Select(job => job.Sighting));
        var row = new PrintJobRow
        {
            Id = PrintJobId.New(),
            PrinterId = origin.PrinterId,
            PrinterSerial = origin.SerialNumber,
            DeviceEpoch = origin.DeviceEpoch,
            DeviceJobId = seen[0].DeviceJobId,
            Figures = "",
            ImportId = history.Sightings.Count == 1 ? origin.ImportId : null,
        };
        PrintJobMapping.Apply(history, row);
        additions.Rows.Add(row);
        if (row.ImportId is null)
            additions.Sightings.AddRange(history.Sightings.Select(sighting => SightingMapping.Row(row.Id, origin, sighting)));
        result.New.Add(PrintJobMapping.ToPrintJob(row, history.Current.InkNl));
        result.SightingsAdded += history.Sightings.Count;
    }

    private void Update(PrintJobRow row, List<SightingRow> stored, SeenJob[] seen, Additions additions, StoredJobs result)
    {
        var isTouched = row.ImportId is not null;
        if (row.ImportId is { } import)
        {
            // Until now the row was its own sighting.
            var own = SightingMapping.Row(row.Id, new JobOrigin(row.PrinterId, row.PrinterSerial, row.DeviceEpoch, null, import), SightingMapping.OwnSighting(row));
            additions.Sightings.Add(own);
            stored.Add(own);
            row.ImportId = null;
        }

        var history = JobHistory.Of(stored.Select(SightingMapping.Sighting).Concat(seen.Select(job => job.Sighting)));
        var byKey = stored.ToDictionary(SightingMapping.Key);
        foreach (var sighting in history.Sightings)
        {
            if (!byKey.TryGetValue(sighting.Key, out var old))
            {
                additions.Sightings.Add(SightingMapping.Row(row.Id, seen[0].Origin, sighting));
                result.SightingsAdded++;
                isTouched = true;
            }
            else if (old.ObservedAt != sighting.ObservedAt)
            {
                old.ObservedAt = sighting.ObservedAt;
                additions.Updated.Add(context.Sightings.Update(old).Entity);
                isTouched = true;
            }
        }

        var before = row.Revision;
        if (isTouched)
        {
            PrintJobMapping.Apply(history, row);
            additions.Updated.Add(context.PrintJobs.Update(row).Entity);
        }

        if (row.Revision == before)
            result.Unchanged++;
        else
            result.Changed.Add(PrintJobMapping.ToPrintJob(row, history.Current.InkNl));
    }

    private sealed class Additions
    {
        public List<PrintJobRow> Rows { get; } = [];

        public List<SightingRow> Sightings { get; } = [];

        /// <summary>Followed by the context until they are saved.</summary>
        public List<object> Updated { get; } = [];
    }
}
