using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Jobs that a second source lists, by the id that it gives them.</summary>
public sealed class SecondListingStore(CollectionDbContext context)
{
    private const int IdsPerQuery = 1000;
    private const string ImportedRow = "#";

    /// <summary>Those of one device, followed by the context.</summary>
    public async Task<Dictionary<JobIdentity, SecondListingRow>> FindAsync(string serial, IEnumerable<JobIdentity> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var found = new Dictionary<JobIdentity, SecondListingRow>();
        foreach (var some in jobs.Select(job => job.DeviceJobId).Distinct().Chunk(IdsPerQuery))
        {
            foreach (var row in await context.SecondListings.Where(row => row.PrinterSerial == serial && some.Contains(row.DeviceJobId)).ToListAsync(cancellationToken))
                found[row.Identity] = row;
        }

        return found;
    }

    /// <summary>Jobs of a device that other sources brought in a stretch of time and that were not found in this source's lists before.</summary>
    public async Task<List<PrintJobRow>> OthersAsync(JobOrigin origin, Interval stretch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var (serial, source, import, from, to, waitingFrom) = (origin.SerialNumber, origin.Source, origin.ImportId, stretch.Start, stretch.End, stretch.Start - Waits);
        var isImport = source == JobSource.Import;
        return await Others(serial, source)
            .Where(job => job.AccountedAt <= to && (job.AccountedAt >= from || (job.Status == PrintJobStatus.Pending && job.AccountedAt >= waitingFrom)))
            .Where(job => !context.SecondListings.Any(listing => listing.PrintJobId == job.Id && listing.Source == source && listing.State == SecondListingState.Same
                && (!isImport || listing.ImportId == import || listing.DeviceJobId.Substring(0, 1) != ImportedRow)))
            .OrderBy(job => job.AccountedAt).ThenBy(job => job.Id).ToListAsync(cancellationToken);
    }

    /// <summary>From the first to the last finished job of a device that other sources brought; null where there is none.</summary>
    public async Task<Interval?> StretchAsync(JobOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var ended = Others(origin.SerialNumber, origin.Source).Where(job => job.CompletedAt != null && job.Source != JobSource.Import);
        var first = await ended.OrderBy(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        var last = await ended.OrderByDescending(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        return first is { } from && last is { } to ? new Interval(from, to) : null;
    }

    /// <summary>Nothing was decided about them, the latest first.</summary>
    /// <param name="printer">Null for all.</param>
    public Task<List<SecondListingRow>> AskedAsync(PrinterId? printer, CancellationToken cancellationToken) =>
        Of(printer).Where(row => row.State == SecondListingState.Asked).OrderByDescending(row => row.EndedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>Those of the ids, followed by the context.</summary>
    public Task<List<SecondListingRow>> AskedAsync(List<Guid> ids, CancellationToken cancellationToken) =>
        context.SecondListings.Where(row => ids.Contains(row.Id) && row.State == SecondListingState.Asked).OrderBy(row => row.EndedAt).ToListAsync(cancellationToken);

    /// <summary>The latest first.</summary>
    /// <param name="after">Only those that come after this one.</param>
    public Task<List<SecondListingRow>> ListAsync(PrinterId? printer, IReadOnlyCollection<SecondListingState> states, SecondListingRow? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        var rows = Of(printer).Where(row => states.Contains(row.State));
        if (after is { EndedAt: var at, Id: var id })
            rows = rows.Where(row => row.EndedAt < at || (row.EndedAt == at && row.Id < id));
        return rows.OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a job may be what a listing lists: of the same device, from another source, and found in no other listing of this one.</summary>
    public Task<bool> MayBeAsync(SecondListingRow listing, PrintJobId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var source = listing.Source;
        return Others(listing.PrinterSerial, source).AnyAsync(
            job => job.Id == id && !context.SecondListings.Any(other => other.PrintJobId == id && other.Source == source && other.State == SecondListingState.Same && source != JobSource.Import),
            cancellationToken);
    }

    /// <summary>Followed by the context.</summary>
    public Task<SecondListingRow?> FindAsync(Guid id, CancellationToken cancellationToken) => context.SecondListings.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<List<SecondListingRow>> OfJobAsync(PrintJobId job, CancellationToken cancellationToken) => context.SecondListings.AsNoTracking()
        .Where(row => row.PrintJobId == job && row.State == SecondListingState.Same).OrderBy(row => row.Source).ThenBy(row => row.DeviceJobId).ToListAsync(cancellationToken);

    /// <summary>The jobs that these listings became.</summary>
    public async Task<Dictionary<JobIdentity, PrintJobId>> StoredAsync(IReadOnlyCollection<SecondListingRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (serials, ids) = (rows.Select(row => row.PrinterSerial).Distinct().ToList(), rows.Select(row => row.DeviceJobId).Distinct().ToList());
        var jobs = await context.PrintJobs.AsNoTracking().Where(job => serials.Contains(job.PrinterSerial) && ids.Contains(job.DeviceJobId))
            .Select(job => new { job.Id, job.PrinterSerial, job.DeviceEpoch, job.DeviceJobId }).ToListAsync(cancellationToken);
        return jobs.ToDictionary(job => new JobIdentity(job.PrinterSerial, job.DeviceEpoch, job.DeviceJobId), job => job.Id);
    }

    public Task<List<PrintJobRow>> JobsAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken) =>
        context.PrintJobs.AsNoTracking().Where(job => ids.Contains(job.Id)).ToListAsync(cancellationToken);

    public void Add(SecondListingRow row) => context.SecondListings.Add(row);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    // A job waits in a queue for days at most.
    private static readonly Duration Waits = Duration.FromDays(14);

    private IQueryable<SecondListingRow> Of(PrinterId? printer) =>
        printer is { } id ? context.SecondListings.AsNoTracking().Where(row => row.PrinterId == id) : context.SecondListings.AsNoTracking();

    private IQueryable<PrintJobRow> Others(string serial, string? source) =>
        context.PrintJobs.AsNoTracking().Where(job => job.PrinterSerial == serial && job.Source != source && job.Source != JobSource.Counter);
}
