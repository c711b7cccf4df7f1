using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Data;

/// <summary>Adds up all jobs that fit a filter, in the database.</summary>
public sealed class PrintJobSums(PrintJobQuery query)
{
    // Above this, adding up prices would keep a reader waiting; a month of a large fleet stays far below.
    private const int MostPricedAtOnce = 200_000;

    public async Task<PrintJobTotals> ReadAsync(PrintJobFilter filter, Interval interval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var inAnyStatus = query.InAnyStatus(filter, interval);
        var sums = await SumsAsync(inAnyStatus, cancellationToken);
        var shown = sums.Where(sum => filter.Status is null || sum.Status == filter.Status).ToList();
        var totals = new PrintJobTotals
        {
            CountByStatus = sums.ToDictionary(sum => sum.Status, sum => sum.Jobs),
            Jobs = shown.Sum(sum => sum.Jobs),
            Impressions = new(shown.Sum(sum => sum.Impressions), shown.Sum(sum => sum.WithImpressions)),
            Copies = new(shown.Sum(sum => sum.Copies), shown.Sum(sum => sum.WithCopies)),
            PageArea = new(shown.Sum(sum => sum.PageArea), shown.Sum(sum => sum.WithPageArea)),
            MediaArea = new(shown.Sum(sum => sum.MediaArea), shown.Sum(sum => sum.WithMediaArea)),
            Ink = new(shown.Sum(sum => sum.Ink), shown.Sum(sum => sum.WithInk)),
        };
        return query.HasPrices && sums.Sum(sum => sum.Jobs) <= MostPricedAtOnce
            ? await PricedAsync(totals, inAnyStatus, filter, cancellationToken)
            : totals;
    }

    private static Task<List<StatusSums>> SumsAsync(IQueryable<PrintJobRow> jobs, CancellationToken cancellationToken) =>
        jobs.GroupBy(job => job.Status).Select(same => new StatusSums
        {
            Status = same.Key,
            Jobs = same.Count(),
            Impressions = same.Sum(job => (long?)job.Impressions) ?? 0,
            WithImpressions = same.Count(job => job.Impressions != null),
            Copies = same.Sum(job => (long?)job.CopiesPrinted) ?? 0,
            WithCopies = same.Count(job => job.CopiesPrinted != null),
            PageArea = same.Sum(job => job.PageAreaMm2) ?? 0,
            WithPageArea = same.Count(job => job.PageAreaMm2 != null),
            MediaArea = same.Sum(job => job.MediaAreaMm2) ?? 0,
            WithMediaArea = same.Count(job => job.MediaAreaMm2 != null),
            Ink = same.Sum(job => job.InkNl) ?? 0,
            WithInk = same.Count(job => job.InkNl != null),
        }).ToListAsync(cancellationToken);

    private async Task<PrintJobTotals> PricedAsync(
        PrintJobTotals totals, IQueryable<PrintJobRow> inAnyStatus, PrintJobFilter filter, CancellationToken cancellationToken)
    {
        var priced = await query.WithPrices(inAnyStatus).Where(row => row.Micros != null)
            .GroupBy(row => new { row.Job.Status, row.Currency })
            .Select(same => new { same.Key.Status, same.Key.Currency, Jobs = same.Count(), Micros = same.Sum(row => row.Micros) ?? 0 })
            .ToListAsync(cancellationToken);
        int Unrated(PrintJobStatus status) => status == PrintJobStatus.Pending
            ? 0
            : totals.CountByStatus.GetValueOrDefault(status) - priced.Where(sum => sum.Status == status).Sum(sum => sum.Jobs);

        var shown = priced.Where(sum => filter.Status is null || sum.Status == filter.Status);
        return totals with
        {
            PricesKnown = true,
            Prices = [.. shown.GroupBy(sum => sum.Currency).Select(same => Money.FromMicros(same.Sum(sum => sum.Micros), new Currency(same.Key!)))],
            Unrated = totals.CountByStatus.Keys.Where(status => filter.Status is null || status == filter.Status).Sum(Unrated),
            UnratedInAnyStatus = totals.CountByStatus.Keys.Sum(Unrated),
        };
    }

    private sealed class StatusSums
    {
        public PrintJobStatus Status { get; init; }
        public int Jobs { get; init; }
        public long Impressions { get; init; }
        public int WithImpressions { get; init; }
        public long Copies { get; init; }
        public int WithCopies { get; init; }
        public long PageArea { get; init; }
        public int WithPageArea { get; init; }
        public long MediaArea { get; init; }
        public int WithMediaArea { get; init; }
        public long Ink { get; init; }
        public int WithInk { get; init; }
    }
}
