using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Views.PrintJobs;

namespace SmartTracker.Collection.Jobs;

/// <summary>Words what stands in the cells of a list of jobs.</summary>
public sealed class JobCells(JobWords words, Formats formats, IStringLocalizer<Texts> t)
{
    public JobHeading Heading(JobColumn column, PrintJobFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var order = filter.Order;
        var sorted = order.Column != column ? null : order.Descending ? "descending" : "ascending";
        return new(column, words.Heading(column), column.IsSortable() ? (filter with { Sort = order.NextFor(column) }).Query : null, sorted);
    }

    public JobRow Row(JobLine line, IReadOnlyList<JobColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(columns);
        return new(line.Job.Id, words.Title(line.Job.JobName, line.NotKept), Under(line, columns), [.. columns.Skip(1).Select(column => Cell(column, line))]);
    }

    public JobCell Sum(JobColumn column, PrintJobTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return column switch
        {
            JobColumn.Document => new(t["All {0} in this view", formats.Count(totals.Jobs)]),
            JobColumn.Pages => Sum(totals.Impressions, totals, formats.Count),
            JobColumn.Copies => Sum(totals.Copies, totals, formats.Count),
            JobColumn.PageArea => Sum(totals.PageArea, totals, sum => formats.JobArea(new Area(sum))),
            JobColumn.MediaArea => Sum(totals.MediaArea, totals, sum => formats.JobArea(new Area(sum))),
            JobColumn.Ink => Sum(totals.Ink, totals, sum => formats.Ink(new InkVolume(sum))),
            JobColumn.Price => Prices(totals),
            _ => new(""),
        };
    }

    // The second line of the document says what no column of its own says.
    private string Under(JobLine line, IReadOnlyList<JobColumn> columns) => string.Join(" · ", new[]
    {
        columns.Contains(JobColumn.Printer) ? null : line.PrinterName,
        columns.Contains(JobColumn.User) ? null : words.User(line.Job.UserName, line.NotKept) ?? t["user not reported"].Value,
    }.OfType<string>());

    private JobCell Cell(JobColumn column, JobLine line)
    {
        var job = line.Job;
        return column switch
        {
            JobColumn.Printed => new(formats.DateTime(job.AccountedAt), job.CompletedAt is null ? t["First seen"].Value : null),
            JobColumn.Printer => new(line.PrinterName),
            JobColumn.User => words.User(job.UserName, line.NotKept) is { } user ? new(user, IsMissing: job.UserName is null) : NotReported,
            JobColumn.Status => new(words.Status(job.Status), Mark: JobWords.Mark(job.Status)),
            JobColumn.Kind => new(words.Kind(job.Kind)),
            JobColumn.Number => new(job.DeviceJobId, IsCode: true),
            JobColumn.Serial => new(job.PrinterSerial, IsCode: true),
            JobColumn.Media => Said(job.MediaType),
            JobColumn.Width => Said(job.MediaWidthUm, width => formats.Millimetres(new Length(width))),
            JobColumn.Pages => Said(job.Impressions, pages => formats.Count(pages)),
            JobColumn.Copies => Said(job.CopiesPrinted, copies => formats.Count(copies)),
            JobColumn.PageArea => Said(job.PageAreaMm2, area => formats.JobArea(new Area(area))),
            JobColumn.MediaArea => Said(job.MediaAreaMm2, area => formats.JobArea(new Area(area))),
            JobColumn.Waste => Said(Waste(job), area => formats.JobArea(new Area(area))),
            JobColumn.Ink => Said(job.InkNl, ink => formats.Ink(new InkVolume(ink))),
            JobColumn.Price => Price(line),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };
    }

    /// <summary>Media that carries no page, in mm²; null where it is not known or where the figures contradict each other.</summary>
    public static long? Waste(PrintJobRow job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.MediaAreaMm2 - job.PageAreaMm2 is >= 0 and var waste ? waste : null;
    }

    private JobCell Price(JobLine line) => line switch
    {
        { Price.Amount: { } amount } => new(formats.Money(amount)),
        { Job.Status: PrintJobStatus.Pending } => new(t["not finished"], IsMissing: true),
        _ => new(t["unrated"], line.Price?.UnratedBecause, IsUnrated: true),
    };

    private JobCell Prices(PrintJobTotals totals) => !totals.PricesKnown
        ? new(t["too many to add up; choose a month"], IsMissing: true)
        : new(totals.Prices.Count == 0 ? t["no price"] : string.Join(" + ", totals.Prices.Select(formats.Money)),
            totals.Unrated > 0 ? t["without {0} unrated", formats.Count(totals.Unrated)].Value : null);

    private JobCell Sum(ReportedSum sum, PrintJobTotals totals, Func<long, string> format) => sum.Jobs == 0
        ? new(t["none reported"], IsMissing: true)
        : new(format(sum.Sum), sum.Jobs == totals.Jobs ? null : t["{0} of {1} reported", formats.Count(sum.Jobs), formats.Count(totals.Jobs)].Value);

    private JobCell Said(string? value) => value is null ? NotReported : new(value);

    private JobCell Said<T>(T? value, Func<T, string> format)
        where T : struct => value is { } known ? new(format(known)) : NotReported;

    private JobCell NotReported => new(t["not reported"], IsMissing: true);
}
