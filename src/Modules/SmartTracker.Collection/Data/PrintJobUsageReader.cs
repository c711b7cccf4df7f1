using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class PrintJobUsageReader(PrintJobQuery query) : IPrintJobUsage
{
    public async Task<PrintJobUsage> InAsync(Interval interval, CancellationToken cancellationToken)
    {
        var sums = (await Finished(interval).GroupBy(job => 1)
            .Select(all => new
            {
                Jobs = all.Count(),
                Media = all.Sum(job => job.MediaAreaMm2) ?? 0,
                WithMedia = all.Count(job => job.MediaAreaMm2 != null),
                Ink = all.Sum(job => job.InkNl) ?? 0,
                WithInk = all.Count(job => job.InkNl != null),
            }).ToListAsync(cancellationToken)).SingleOrDefault();
        return sums is null ? new(0, 0, 0) : new(sums.Jobs, sums.WithMedia == 0 ? null : sums.Media, sums.WithInk == 0 ? null : sums.Ink);
    }

    public async Task<IReadOnlyList<PrintJobShare>> SharesAsync(UsageBy by, Interval interval, CancellationToken cancellationToken)
    {
        var priced = query.WithPrices(Finished(interval));
        var shares = by switch
        {
            UsageBy.Printer => (await SumAsync(priced, row => row.Job.PrinterId, cancellationToken)).Select(sum => Share(sum.Key, null, sum)),
            UsageBy.Media => (await SumAsync(priced, row => row.Job.MediaType, cancellationToken)).Select(sum => Share(null, sum.Key, sum)),
            UsageBy.User => (await SumAsync(priced, row => row.Job.UserName, cancellationToken)).Select(sum => Share(null, sum.Key, sum)),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
        };
        return [.. shares.OrderByDescending(share => share.MediaMm2 ?? -1).ThenByDescending(share => share.Jobs).ThenBy(share => share.Name, StringComparer.Ordinal)];
    }

    private IQueryable<PrintJobRow> Finished(Interval interval) => query.In(interval).Where(job => job.Status != PrintJobStatus.Pending);

    private static Task<List<Sums<T>>> SumAsync<T>(IQueryable<JobWithPrice> jobs, Expression<Func<JobWithPrice, T>> by, CancellationToken cancellationToken) =>
        jobs.GroupBy(by).Select(same => new Sums<T>
        {
            Key = same.Key,
            Jobs = same.Count(),
            Media = same.Sum(row => row.Job.MediaAreaMm2),
            WithMedia = same.Count(row => row.Job.MediaAreaMm2 != null),
            Rated = same.Count(row => row.Micros != null),
            Micros = same.Sum(row => row.Micros),
        }).ToListAsync(cancellationToken);

    private PrintJobShare Share<T>(PrinterId? printer, string? name, Sums<T> sums) => new(
        printer, name, sums.Jobs, sums.WithMedia == 0 ? null : sums.Media, query.HasPrices ? sums.Rated : null, query.HasPrices ? sums.Micros ?? 0 : null);

    private sealed class Sums<T>
    {
        public required T Key { get; init; }
        public int Jobs { get; init; }
        public long? Media { get; init; }
        public int WithMedia { get; init; }
        public int Rated { get; init; }
        public long? Micros { get; init; }
    }
}
