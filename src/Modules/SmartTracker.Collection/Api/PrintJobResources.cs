using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Api;

/// <summary>Reads print jobs for the REST interface: newest first, page after page by position, so that jobs which arrive meanwhile move nothing.</summary>
public sealed class PrintJobResources(CollectionDbContext context, IEnumerable<IPrintJobPrices> prices)
{
    /// <summary>How many jobs one request looks at when only rated ones, or only others, are wanted.</summary>
    private const int MostLookedAt = 5000;

    private readonly IPrintJobPrices? _prices = prices.FirstOrDefault();

    public async Task<PrintJobResource?> FindAsync(PrintJobId id, CancellationToken cancellationToken) =>
        await context.PrintJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, cancellationToken) is { } row
            ? (await PricedAsync([row], cancellationToken)).Single().Job
            : null;

    /// <exception cref="ApiCursorException">The cursor is not one of this list.</exception>
    public async Task<ApiPage<PrintJobResource>> ListAsync(PrintJobQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var items = new List<PrintJobResource>();
        var position = query.Cursor is null ? null : Position.Read(query.Cursor);
        for (var looked = 0; ;)
        {
            var wanted = query.Limit - items.Count;
            var rows = await After(Narrow(query), position).OrderByDescending(job => job.AccountedAt).ThenByDescending(job => job.Id)
                .Take(wanted + 1).ToListAsync(cancellationToken);
            var page = rows.Take(wanted).ToList();
            items.AddRange((await PricedAsync(page, cancellationToken)).Where(priced => query.Rated is null || query.Rated == priced.IsRated).Select(priced => priced.Job));
            looked += page.Count;
            if (rows.Count <= wanted)
                return new(items, null);
            position = new Position(page[^1].AccountedAt, page[^1].Id);
            if (items.Count == query.Limit || looked >= MostLookedAt)
                return new(items, position.Write());
        }
    }

    private IQueryable<PrintJobRow> Narrow(PrintJobQuery query)
    {
        var jobs = context.PrintJobs.AsNoTracking();
        if (query.From is { } from)
        {
            var start = Instant.FromDateTimeOffset(from);
            jobs = jobs.Where(job => job.AccountedAt >= start);
        }

        if (query.To is { } to)
        {
            var end = Instant.FromDateTimeOffset(to);
            jobs = jobs.Where(job => job.AccountedAt < end);
        }

        if (query.Printer is { } printer)
        {
            var id = new PrinterId(printer);
            jobs = jobs.Where(job => job.PrinterId == id);
        }

        if (query.User is { } user)
            jobs = jobs.Where(job => job.UserName == user);
        if (query.Media is { } media)
            jobs = jobs.Where(job => job.MediaType == media);
        if (query.Status is { } status)
            jobs = jobs.Where(job => job.Status == status);
        return jobs.Holding(query.Search);
    }

    private static IQueryable<PrintJobRow> After(IQueryable<PrintJobRow> jobs, Position? position)
    {
        if (position is not var (at, id) || position is null)
            return jobs;
        // The first condition alone lets the index find the place.
        return jobs.Where(job => job.AccountedAt <= at && (job.AccountedAt < at || job.Id < id));
    }

    private async Task<List<(PrintJobResource Job, bool IsRated)>> PricedAsync(List<PrintJobRow> rows, CancellationToken cancellationToken)
    {
        var known = _prices is null || rows.Count == 0
            ? new Dictionary<PrintJobId, PrintJobPrice>()
            : await _prices.GetAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row =>
        {
            var price = known.GetValueOrDefault(row.Id);
            return (PrintJobResource.Of(PrintJobMapping.ToPrintJob(row), JobFigures.FromJson(row.Figures).Account, price), price?.Amount is not null);
        })];
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
