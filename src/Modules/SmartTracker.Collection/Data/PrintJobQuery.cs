using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Data;

/// <summary>Jobs that fit a filter, as queries: whoever asks takes a page, a sum or a stream of them.</summary>
public sealed class PrintJobQuery(CollectionDbContext context, IEnumerable<IPrintJobPrices> prices)
{
    private const int MostWords = 5;

    // Where nothing rates jobs: no row, but columns of the right types for sums over them.
    private const string NoPrices = "SELECT id AS print_job_id, ink_nl AS micros, printer_serial AS currency FROM print_jobs WHERE 1 = 0";

    private readonly IPrintJobPrices? _prices = prices.FirstOrDefault();

    /// <summary>All that the filter says but the status.</summary>
    public IQueryable<PrintJobRow> InAnyStatus(PrintJobFilter filter, Interval interval)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var jobs = In(interval);
        if (filter.PrinterId is { } printer)
            jobs = jobs.Where(job => job.PrinterId == printer);
        if (filter.User is { } user)
            jobs = jobs.Where(job => job.UserName == user);
        if (filter.Media is { } media)
            jobs = jobs.Where(job => job.MediaType == media);
        if (filter.Unsaid is { } unsaid)
            jobs = unsaid == Unsaid.User ? jobs.Where(job => job.UserName == null) : jobs.Where(job => job.MediaType == null);
        foreach (var word in (filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            jobs = WithWord(jobs, word);
        return filter.Price is { } price && _prices is not null ? InPriceState(jobs, price) : jobs;
    }

    public IQueryable<PrintJobRow> Find(PrintJobFilter filter, Interval interval)
    {
        var jobs = InAnyStatus(filter, interval);
        return filter.Status is { } status ? jobs.Where(job => job.Status == status) : jobs;
    }

    public IQueryable<PrintJobRow> In(Interval interval)
    {
        var jobs = context.PrintJobs.AsNoTracking();
        if (interval.HasStart)
        {
            var start = interval.Start;
            jobs = jobs.Where(job => job.AccountedAt >= start);
        }

        if (interval.HasEnd)
        {
            var end = interval.End;
            jobs = jobs.Where(job => job.AccountedAt < end);
        }

        return jobs;
    }

    public bool HasPrices => _prices is not null;

    public IQueryable<JobWithPrice> WithPrices(IQueryable<PrintJobRow> jobs) => jobs.LeftJoin(
        context.Set<PricedJob>().FromSqlRaw(_prices?.CurrentPrices ?? NoPrices), job => job.Id, price => price.PrintJobId,
        (job, price) => new JobWithPrice { Job = job, Micros = price!.Micros, Currency = price.Currency });

    private IQueryable<PrintJobRow> InPriceState(IQueryable<PrintJobRow> jobs, PriceState state)
    {
        var priced = WithPrices(jobs);
        return (state == PriceState.Rated
            ? priced.Where(row => row.Micros != null)
            : priced.Where(row => row.Micros == null && row.Job.Status != PrintJobStatus.Pending)).Select(row => row.Job);
    }

#pragma warning disable CA1304, CA1311, CA1862 // Runs as SQL lower(), which has no culture.
    private static IQueryable<PrintJobRow> WithWord(IQueryable<PrintJobRow> jobs, string word)
    {
        // lower() of both databases may know ASCII letters only, so an umlaut is looked for in both cases.
        var small = word.ToLowerInvariant();
        var tall = string.Concat(small.Select(letter => char.IsAscii(letter) ? letter : char.ToUpperInvariant(letter)));
        return jobs.Where(job =>
            job.JobName!.ToLower().Contains(small) || job.UserName!.ToLower().Contains(small) || job.DeviceJobId.ToLower().Contains(small)
            || (tall != small && (job.JobName!.ToLower().Contains(tall) || job.UserName!.ToLower().Contains(tall))));
    }
#pragma warning restore CA1304, CA1311, CA1862
}
