using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Data;

/// <summary>Stores what was seen of jobs: one row for each serial number, epoch and device job id, however often and in whatever order it arrives.</summary>
public sealed class PrintJobStore(CollectionDbContext context, KnownPrintJobs known, ITenantDatabase database)
{
    public const int BatchSize = 10_000;

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

    /// <param name="since">Only jobs seen by then count.</param>
    public async Task<bool> AnyKnownAsync(JobOrigin origin, IReadOnlyCollection<string> deviceJobIds, Instant since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        foreach (var batch in deviceJobIds.Chunk(IdsPerQuery))
        {
            var ids = batch.ToList();
            if (await Of(origin).AnyAsync(job => ids.Contains(job.DeviceJobId) && job.FirstSeenAt <= since, cancellationToken))
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
        var candidates = await known.MayBeStoredAsync(identities, trustHighest, cancellationToken);
        var imported = await known.ImportedFiguresAsync(batch[0].First().Sighting.IsFromImport ? candidates : [], cancellationToken);
        var repeated = batch.Where(job => imported.TryGetValue(job.Key, out var figures) && SaysNothingNew(figures, job)).Select(job => job.Key).ToHashSet();
        var rows = await known.FindAsync([.. candidates.Where(job => !repeated.Contains(job))], cancellationToken);
        var stored = await SightingsAsync([.. rows.Values.Select(row => row.Id)], cancellationToken);

        var additions = new Additions();
        foreach (var job in batch)
        {
            if (repeated.Contains(job.Key))
                result.Unchanged++;
            else if (rows.TryGetValue(job.Key, out var row))
                Update(row, [.. stored[row.Id]], [.. job], additions, result);
            else
                Add([.. job], additions, result);
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

    /// <param name="figures">Of a row that is its only sighting.</param>
    private static bool SaysNothingNew(string figures, IEnumerable<SeenJob> seen) =>
        seen.All(job => job.Sighting.IsFromImport && job.Sighting.Json == figures);

    private static SeenJob[] KeepingNames(PrintJobRow row, SeenJob[] seen)
    {
        if (!JobFigures.MayWithhold(row.Figures) && !Array.Exists(seen, job => job.Sighting.Figures.Withholds))
            return seen;
        var before = JobFigures.FromJson(row.Figures);
        return [.. seen.Select(job => job.KeepingNamesOf(before))];
    }

    private static void Add(SeenJob[] seen, Additions additions, StoredJobs result)
    {
        if (seen is [{ Origin.ImportId: not null } only])
        {
            additions.Rows.Add(only.Row);
            result.AddNew(only.Row, only.Sighting.Figures.InkNl);
            result.SightingsAdded++;
            return;
        }

        var origin = seen[0].Origin;
        var history = JobHistory.Of(seen.Select(job => job.Sighting));
        var row = PrintJobMapping.NewRow(origin, seen[0].DeviceJobId, history);
        additions.Rows.Add(row);
        if (row.ImportId is null)
            additions.Sightings.AddRange(history.Sightings.Select(sighting => SightingMapping.Row(row.Id, origin, sighting)));
        result.AddNew(row, history.Current.InkNl);
        result.SightingsAdded += history.Sightings.Count;
    }

    private void Update(PrintJobRow row, List<SightingRow> stored, SeenJob[] seen, Additions additions, StoredJobs result)
    {
        seen = KeepingNames(row, seen);
        if (row.ImportId is not null && SaysNothingNew(row.Figures, seen))
        {
            result.Unchanged++;
            return;
        }

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
            result.AddChanged(row, history.Current.InkNl);
    }

    private sealed class Additions
    {
        public List<PrintJobRow> Rows { get; } = [];

        public List<SightingRow> Sightings { get; } = [];

        /// <summary>Followed by the context until they are saved.</summary>
        public List<object> Updated { get; } = [];
    }
}
