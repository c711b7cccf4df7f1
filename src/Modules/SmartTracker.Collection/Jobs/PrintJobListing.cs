using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Views.PrintJobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>The list of print jobs: narrowed, ordered, paged, with sums over everything that fits.</summary>
public sealed class PrintJobListing(
    CollectionDbContext context, PrintJobQuery query, PrintJobSums sums, JobFacets facets, JobListChoices choices, JobCells cells,
    PrintJobFilterWords words, IPrinterDirectory directory, IEnumerable<IPrintJobPrices> prices, Tenant tenant)
{
    private const int PageSize = 50;

    private readonly IPrintJobPrices? _prices = prices.FirstOrDefault();

    public async Task<PrintJobList> ListAsync(PrintJobFilter filter, int page, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var months = await facets.MonthsAsync(cancellationToken);
        var period = PrintJobPeriod.Of(filter, months.Count > 0 ? months[0] : null, tenant);
        var printers = await directory.ListAsync(cancellationToken);
        var columns = (await choices.ColumnsAsync(cancellationToken)).Where(column => column != JobColumn.Price || _prices is not null).ToList();

        var totals = await sums.ReadAsync(filter, period.Interval, cancellationToken);
        var pages = (totals.Jobs + PageSize - 1) / PageSize;
        var current = Math.Clamp(page, 1, Math.Max(pages, 1));
        var lines = await LinesAsync(await PageAsync(filter, period, current, cancellationToken), printers, cancellationToken);
        return new PrintJobList
        {
            Filter = filter,
            Period = period,
            Months = months,
            Printers = printers,
            Media = await facets.MediaAsync(cancellationToken),
            Users = await facets.UsersAsync(cancellationToken),
            Chips = words.Chips(filter, period, printers),
            Views = await choices.ViewsAsync(cancellationToken),
            Columns = [.. columns.Select(column => cells.Heading(column, filter))],
            Rows = [.. lines.Select(line => cells.Row(line, columns))],
            Sums = [.. columns.Select(column => cells.Sum(column, totals))],
            Totals = totals,
            ShowsPrices = _prices is not null,
            Pager = Pager.For(request, current, pages),
        };
    }

    // Ids first, along an index: the wide rows of the pages before are never read.
    private async Task<List<PrintJobRow>> PageAsync(PrintJobFilter filter, PrintJobPeriod period, int page, CancellationToken cancellationToken)
    {
        var found = query.Find(filter, period.Interval);
        var rows = filter.Order.Column == JobColumn.Price ? query.WithPrices(found) : found.Select(job => new JobWithPrice { Job = job });
        var ids = await rows.By(filter.Order).Select(row => row.Job.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var jobs = await context.PrintJobs.AsNoTracking().Where(job => ids.Contains(job.Id)).ToDictionaryAsync(job => job.Id, cancellationToken);
        return [.. ids.Where(jobs.ContainsKey).Select(id => jobs[id])];
    }

    private async Task<IReadOnlyList<JobLine>> LinesAsync(
        List<PrintJobRow> rows, IReadOnlyList<PrinterSummary> printers, CancellationToken cancellationToken)
    {
        var names = printers.ToDictionary(printer => printer.Id, printer => printer.Name);
        var known = _prices is null
            ? new Dictionary<PrintJobId, PrintJobPrice>()
            : await _prices.GetAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => new JobLine(row, names.GetValueOrDefault(row.PrinterId, row.PrinterSerial), known.GetValueOrDefault(row.Id)))];
    }
}

/// <summary>A job with what other modules know of it.</summary>
public sealed record JobLine(PrintJobRow Job, string PrinterName, PrintJobPrice? Price)
{
    /// <summary>Read only where a name is missing, and it may be for that reason.</summary>
    public NotKept? NotKept { get; } =
        (Job.UserName is null || Job.JobName is null) && JobFigures.MayWithhold(Job.Figures) ? JobFigures.FromJson(Job.Figures).NotKept : null;
}
