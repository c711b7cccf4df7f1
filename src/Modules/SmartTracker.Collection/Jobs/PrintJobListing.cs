using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Views.PrintJobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>The list of print jobs: narrowed, paged, with sums over the whole view.</summary>
public sealed class PrintJobListing(
    CollectionDbContext context, IPrinterDirectory directory, IEnumerable<IPrintJobPrices> prices, Tenant tenant)
{
    private const int PageSize = 50;

    // Above this the sum of prices would cost more than the page; a month of a large fleet stays below.
    private const int MostPricedAtOnce = 5000;

    private readonly IPrintJobPrices? _prices = prices.FirstOrDefault();

    public async Task<PrintJobList> ListAsync(PrintJobFilter filter, int page, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var months = await MonthsAsync(cancellationToken);
        var month = filter.Month == PrintJobFilter.AllMonths ? null : PrintJobFilter.Parse(filter.Month) ?? (months.Count > 0 ? months[0] : null);
        var printers = await directory.ListAsync(cancellationToken);

        var inAnyStatus = Narrow(filter, month);
        var byStatus = await inAnyStatus.GroupBy(job => job.Status).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var view = filter.Status is { } status ? inAnyStatus.Where(job => job.Status == status) : inAnyStatus;
        var totals = await TotalsAsync(view, cancellationToken);
        var pages = (totals.Jobs + PageSize - 1) / PageSize;
        var current = Math.Clamp(page, 1, Math.Max(pages, 1));
        var rows = await view.OrderByDescending(job => job.AccountedAt).ThenByDescending(job => job.Id)
            .Skip((current - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

        return new PrintJobList(
            filter, month, months, printers, byStatus, await LinesAsync(rows, printers, cancellationToken), totals,
            _prices is not null, Pager.For(request, current, pages), months.Count > 0);
    }

    private IQueryable<PrintJobRow> Narrow(PrintJobFilter filter, YearMonth? month)
    {
        var jobs = context.PrintJobs.AsNoTracking();
        if (month is { } one)
        {
            var start = Start(one);
            var end = Start(one.PlusMonths(1));
            jobs = jobs.Where(job => job.AccountedAt >= start && job.AccountedAt < end);
        }

        if (filter.PrinterId is { } printer)
            jobs = jobs.Where(job => job.PrinterId == printer);
        return jobs.Holding(filter.Q);
    }

    private Instant Start(YearMonth month) => tenant.TimeZone.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant();

    // Newest first. Months without a job in between stand there too, so that their emptiness shows.
    private async Task<IReadOnlyList<YearMonth>> MonthsAsync(CancellationToken cancellationToken)
    {
        var newest = await context.PrintJobs.OrderByDescending(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        var oldest = await context.PrintJobs.OrderBy(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        if (newest is null || oldest is null)
            return [];
        var months = new List<YearMonth>();
        var last = oldest.Value.InZone(tenant.TimeZone).Date.ToYearMonth();
        for (var month = newest.Value.InZone(tenant.TimeZone).Date.ToYearMonth(); month >= last && months.Count < 240; month = month.PlusMonths(-1))
            months.Add(month);
        return months;
    }

    private async Task<PrintJobTotals> TotalsAsync(IQueryable<PrintJobRow> view, CancellationToken cancellationToken)
    {
        // A list of one or none: EF warns of First without an order.
        var sums = (await view.GroupBy(job => 1).Select(jobs => new
        {
            Jobs = jobs.Count(),
            Impressions = jobs.Sum(job => (long?)job.Impressions) ?? 0,
            WithImpressions = jobs.Count(job => job.Impressions != null),
            PageArea = jobs.Sum(job => job.PageAreaMm2) ?? 0,
            WithPageArea = jobs.Count(job => job.PageAreaMm2 != null),
            MediaArea = jobs.Sum(job => job.MediaAreaMm2) ?? 0,
            WithMediaArea = jobs.Count(job => job.MediaAreaMm2 != null),
            Ink = jobs.Sum(job => job.InkNl) ?? 0,
            WithInk = jobs.Count(job => job.InkNl != null),
        }).ToListAsync(cancellationToken)).SingleOrDefault();
        if (sums is null)
            return new(0, 0, 0, default, 0, default, 0, default, 0);

        var totals = new PrintJobTotals(
            sums.Jobs, sums.Impressions, sums.WithImpressions, new Area(sums.PageArea), sums.WithPageArea,
            new Area(sums.MediaArea), sums.WithMediaArea, new InkVolume(sums.Ink), sums.WithInk);
        return _prices is null || sums.Jobs > MostPricedAtOnce ? totals : await PricedAsync(totals, view, cancellationToken);
    }

    private async Task<PrintJobTotals> PricedAsync(PrintJobTotals totals, IQueryable<PrintJobRow> view, CancellationToken cancellationToken)
    {
        var ids = await view.Select(job => job.Id).ToListAsync(cancellationToken);
        var all = new List<PrintJobPrice?>();
        foreach (var batch in ids.Chunk(500))
        {
            var known = await _prices!.GetAsync(batch, cancellationToken);
            all.AddRange(batch.Select(id => known.GetValueOrDefault(id)));
        }

        var sums = all.Select(price => price?.Amount).OfType<Money>().GroupBy(amount => amount.Currency)
            .Select(group => group.Aggregate((left, right) => left + right));
        return totals with { Prices = [.. sums], Unrated = all.Count(price => price?.Amount is null), PricesKnown = true };
    }

    private async Task<IReadOnlyList<PrintJobLine>> LinesAsync(
        List<PrintJobRow> rows, IReadOnlyList<PrinterSummary> printers, CancellationToken cancellationToken)
    {
        var names = printers.ToDictionary(printer => printer.Id, printer => printer.Name);
        var known = _prices is null
            ? new Dictionary<PrintJobId, PrintJobPrice>()
            : await _prices.GetAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return
        [
            .. rows.Select(row => new PrintJobLine(
                PrintJobMapping.ToPrintJob(row), names.GetValueOrDefault(row.PrinterId, row.PrinterSerial), known.GetValueOrDefault(row.Id))),
        ];
    }
}
