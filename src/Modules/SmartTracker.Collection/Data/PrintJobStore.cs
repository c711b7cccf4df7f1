using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Stores what was seen of jobs: one row for each serial number, epoch and device job id, however often and in whatever order it arrives.</summary>
public sealed class PrintJobStore(CollectionDbContext context)
{
    // Below the number of parameters that every supported database takes in one statement.
    private const int BatchSize = 1000;

    public async Task<StoredJobs> StoreAsync(
        JobOrigin origin, IReadOnlyCollection<SeenJob> seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var result = new StoredJobs();
        foreach (var batch in seen.GroupBy(job => job.DeviceJobId, StringComparer.Ordinal).Chunk(BatchSize))
            await StoreBatchAsync(origin, batch, result, cancellationToken);
        return result;
    }

    public async Task<bool> AnyKnownAsync(JobOrigin origin, IReadOnlyCollection<string> deviceJobIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        foreach (var batch in deviceJobIds.Chunk(BatchSize))
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

    private async Task StoreBatchAsync(
        JobOrigin origin, IGrouping<string, SeenJob>[] batch, StoredJobs result, CancellationToken cancellationToken)
    {
        var deviceJobIds = batch.Select(job => job.Key).ToList();
        var rows = await Of(origin).Where(job => deviceJobIds.Contains(job.DeviceJobId)).ToDictionaryAsync(job => job.DeviceJobId, cancellationToken);
        var ids = rows.Values.Select(row => row.Id).ToList();
        var known = (await context.Sightings.Where(sighting => ids.Contains(sighting.PrintJobId)).ToListAsync(cancellationToken))
            .ToLookup(sighting => sighting.PrintJobId);

        foreach (var job in batch)
        {
            var sightings = job.Select(one => one.Sighting);
            if (rows.TryGetValue(job.Key, out var row))
                Update(origin, row, [.. known[row.Id]], sightings, result);
            else
                Add(origin, job.Key, JobHistory.Of(sightings), result);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private void Add(JobOrigin origin, string deviceJobId, JobHistory history, StoredJobs result)
    {
        var row = new PrintJobRow
        {
            Id = PrintJobId.New(),
            PrinterId = origin.PrinterId,
            PrinterSerial = origin.SerialNumber,
            DeviceEpoch = origin.DeviceEpoch,
            DeviceJobId = deviceJobId,
            Figures = "",
        };
        Apply(history, row);
        context.PrintJobs.Add(row);
        foreach (var sighting in history.Sightings)
            context.Sightings.Add(Row(row.Id, origin.CollectionId, sighting));
        result.New.Add(PrintJobMapping.ToPrintJob(row));
    }

    private void Update(JobOrigin origin, PrintJobRow row, List<SightingRow> known, IEnumerable<JobSighting> seen, StoredJobs result)
    {
        var history = JobHistory.Of(known.Select(Sighting).Concat(seen));
        var stored = known.ToDictionary(sighting => new SightingKey(sighting.QueueId, sighting.Modification, sighting.ContentHash));
        foreach (var sighting in history.Sightings)
        {
            if (stored.TryGetValue(sighting.Key, out var old))
                old.ObservedAt = sighting.ObservedAt;
            else
                context.Sightings.Add(Row(row.Id, origin.CollectionId, sighting));
        }

        var before = row.Revision;
        Apply(history, row);
        if (row.Revision == before)
            result.Unchanged++;
        else
            result.Changed.Add(PrintJobMapping.ToPrintJob(row));
    }

    private static void Apply(JobHistory history, PrintJobRow row)
    {
        var figures = history.Current;
        row.Revision = history.Revision;
        row.Kind = figures.Kind;
        row.Status = figures.Status;
        row.UserName = figures.UserName;
        row.JobName = figures.JobName;
        row.SubmittedAt = At(figures.SubmittedAt);
        row.CompletedAt = At(figures.CompletedAt);
        row.AccountedAt = history.AccountedAt;
        row.PagesPerCopy = figures.PagesPerCopy;
        row.CopiesPrinted = figures.CopiesPrinted;
        row.Impressions = figures.Impressions;
        row.MediaType = figures.MediaType;
        row.MediaWidthUm = figures.MediaWidthUm;
        row.PageAreaMm2 = figures.PageAreaMm2;
        row.MediaAreaMm2 = figures.MediaAreaMm2;
        row.InkNl = figures.InkTotalNl;
        row.InkByChannel = figures.InkNl is null ? null : JsonSerializer.Serialize(figures.InkNl);
        row.Figures = figures.ToJson();
        row.FirstSeenAt = history.FirstSeenAt;
        row.LastChangedAt = history.LastChangedAt;
    }

    private static Instant? At(DateTimeOffset? time) => time is { } value ? Instant.FromDateTimeOffset(value) : null;

    private static JobSighting Sighting(SightingRow row) =>
        new(row.QueueId, row.Modification, row.ObservedAt, JobFigures.FromJson(row.Figures));

    private static SightingRow Row(PrintJobId job, CollectionId collection, JobSighting sighting) => new()
    {
        PrintJobId = job,
        QueueId = sighting.Key.Queue,
        Modification = sighting.Key.Modification,
        ContentHash = sighting.Key.ContentHash,
        ObservedAt = sighting.ObservedAt,
        CollectionId = collection,
        Figures = sighting.Figures.ToJson(),
    };
}

/// <summary>Where jobs come from: the device's identity, and the collection that brought them.</summary>
public sealed record JobOrigin(PrinterId PrinterId, string SerialNumber, int DeviceEpoch, CollectionId CollectionId);

public sealed record SeenJob(string DeviceJobId, JobSighting Sighting);

public sealed class StoredJobs
{
    public List<PrintJob> New { get; } = [];

    /// <summary>Jobs whose revision rose.</summary>
    public List<PrintJob> Changed { get; } = [];

    public int Unchanged { get; set; }
}
