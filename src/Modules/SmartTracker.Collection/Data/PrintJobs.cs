using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class PrintJobs(CollectionDbContext context, PrintJobQuery query) : IPrintJobs
{
    private const int BatchSize = 1000;

    public async Task<IReadOnlyList<PrintJob>> AccountedInAsync(Interval interval, CancellationToken cancellationToken)
    {
        var rows = await query.In(interval).OrderBy(job => job.AccountedAt).ThenBy(job => job.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(PrintJobMapping.ToPrintJob)];
    }

    public async Task<IReadOnlyList<PrintJob>> FindAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken)
    {
        var found = new List<PrintJob>();
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var some = batch.ToList();
            var rows = await context.PrintJobs.AsNoTracking().Where(job => some.Contains(job.Id)).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(PrintJobMapping.ToPrintJob));
        }

        return found;
    }

    public async Task<IReadOnlyList<PrintJobRevision>> RevisionsAsync(Instant before, CancellationToken cancellationToken) =>
        await context.PrintJobs.AsNoTracking().Where(job => job.AccountedAt < before)
            .Select(job => new PrintJobRevision(job.Id, job.Revision, job.AccountedAt)).ToListAsync(cancellationToken);
}
