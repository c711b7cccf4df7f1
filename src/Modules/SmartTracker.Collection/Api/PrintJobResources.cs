using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

/// <summary>Reads print jobs for the REST interface: newest first, page after page by position, so that jobs which arrive meanwhile move nothing.</summary>
public sealed class PrintJobResources(CollectionDbContext context, PrintJobQuery jobs, IEnumerable<IPrintJobPrices> prices)
{
    private readonly IPrintJobPrices? _prices = prices.FirstOrDefault();

    public async Task<PrintJobResource?> FindAsync(PrintJobId id, CancellationToken cancellationToken) =>
        await context.PrintJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, cancellationToken) is { } row
            ? (await PricedAsync([row], cancellationToken)).Single()
            : null;

    /// <exception cref="ApiCursorException">The cursor is not one of this list.</exception>
    public async Task<ApiPage<PrintJobResource>> ListAsync(PrintJobListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = After(jobs.Find(query.Filter, query.Interval), query.Cursor is null ? null : Position.Read(query.Cursor));
        var rows = await found.OrderByDescending(job => job.AccountedAt).ThenByDescending(job => job.Id).Take(query.Limit + 1).ToListAsync(cancellationToken);
        var page = rows.Take(query.Limit).ToList();
        var next = rows.Count > query.Limit ? new Position(page[^1].AccountedAt, page[^1].Id).Write() : null;
        return new(await PricedAsync(page, cancellationToken), next);
    }

    private static IQueryable<PrintJobRow> After(IQueryable<PrintJobRow> jobs, Position? position)
    {
        if (position is not var (at, id) || position is null)
            return jobs;
        // The first condition alone lets the index find the place.
        return jobs.Where(job => job.AccountedAt <= at && (job.AccountedAt < at || job.Id < id));
    }

    private async Task<List<PrintJobResource>> PricedAsync(List<PrintJobRow> rows, CancellationToken cancellationToken)
    {
        var known = _prices is null || rows.Count == 0
            ? new Dictionary<PrintJobId, PrintJobPrice>()
            : await _prices.GetAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => PrintJobResource.Of(PrintJobMapping.ToPrintJob(row), JobFigures.FromJson(row.Figures).Account, known.GetValueOrDefault(row.Id)))];
    }

    private sealed record Position(Instant At, PrintJobId Id)
    {
        public string Write() => ApiCursor.Write(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks()} {Id}"));

        public static Position Read(string cursor) =>
            ApiCursor.Read(cursor).Split(' ') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks()
            && Guid.TryParse(id, out var guid)
                ? new Position(Instant.FromUnixTimeTicks(at), new PrintJobId(guid))
                : throw new ApiCursorException();
    }
}
