using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>Streams the jobs that fit a filter as CSV: the list's columns and order, the tenant's language and decimal sign.
/// However many there are, only a few hundred are in memory.</summary>
public sealed class PrintJobCsv(
    PrintJobQuery query, JobFacets facets, JobListChoices choices, JobWords words, PrintJobFilterWords filterWords, IPrinterDirectory directory, Tenant tenant,
    IStringLocalizer<Texts> t)
{
    private const int RowsPerWrite = 500;

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public async Task<string> FileNameAsync(PrintJobFilter filter, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = tenant.Culture;
        return $"{t["Print jobs"]} {filterWords.Period(await PeriodAsync(filter, cancellationToken))}.csv";
    }

    public async Task WriteAsync(PrintJobFilter filter, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(target);
        CultureInfo.CurrentUICulture = tenant.Culture;
        var columns = Columns(await choices.ColumnsAsync(cancellationToken));
        var printers = (await directory.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
        var period = await PeriodAsync(filter, cancellationToken);

        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, tenant.Culture);
        await target.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        foreach (var column in columns)
            WriteHeading(csv, column);
        csv.EndLine();

        var rows = 0;
        await foreach (var row in Rows(filter, period).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var column in columns)
                Write(csv, column, row, printers);
            csv.EndLine();
            if (++rows % RowsPerWrite == 0)
                await FlushAsync(text, target, cancellationToken);
        }

        await FlushAsync(text, target, cancellationToken);
    }

    private async Task<PrintJobPeriod> PeriodAsync(PrintJobFilter filter, CancellationToken cancellationToken)
    {
        var months = await facets.MonthsAsync(cancellationToken);
        return PrintJobPeriod.Of(filter, months.Count > 0 ? months[0] : null, tenant);
    }

    // The wide text of what the device said is left in the database.
    private IQueryable<JobWithPrice> Rows(PrintJobFilter filter, PrintJobPeriod period) =>
        query.WithPrices(query.Find(filter, period.Interval)).By(filter.Order).Select(row => new JobWithPrice
        {
            Micros = row.Micros,
            Currency = row.Currency,
            Job = new PrintJobRow
            {
                PrinterId = row.Job.PrinterId,
                PrinterSerial = row.Job.PrinterSerial,
                DeviceJobId = row.Job.DeviceJobId,
                Kind = row.Job.Kind,
                Status = row.Job.Status,
                UserName = row.Job.UserName,
                JobName = row.Job.JobName,
                AccountedAt = row.Job.AccountedAt,
                CopiesPrinted = row.Job.CopiesPrinted,
                Impressions = row.Job.Impressions,
                MediaType = row.Job.MediaType,
                MediaWidthUm = row.Job.MediaWidthUm,
                PageAreaMm2 = row.Job.PageAreaMm2,
                MediaAreaMm2 = row.Job.MediaAreaMm2,
                InkNl = row.Job.InkNl,
                Figures = "",
            },
        });

    // Printer and user stand below the document on the page, so they come along where they have no column of their own.
    private IReadOnlyList<JobColumn> Columns(IReadOnlyList<JobColumn> chosen)
    {
        JobColumn[] below = [JobColumn.Printer, JobColumn.User];
        return [JobColumn.Document, .. below.Except(chosen), .. chosen.Skip(1).Where(column => column != JobColumn.Price || query.HasPrices)];
    }

    private void WriteHeading(CsvWriter csv, JobColumn column)
    {
        var unit = column switch
        {
            JobColumn.Width => "mm",
            JobColumn.PageArea or JobColumn.MediaArea or JobColumn.Waste => "m²",
            JobColumn.Ink => "ml",
            _ => null,
        };
        csv.Text(unit is null ? words.Heading(column) : $"{words.Heading(column)}, {unit}");
        if (column == JobColumn.Price)
            csv.Text(t["Currency"]);
    }

    private void Write(CsvWriter csv, JobColumn column, JobWithPrice row, Dictionary<PrinterId, string> printers)
    {
        var job = row.Job;
        _ = column switch
        {
            JobColumn.Document => csv.Text(job.JobName),
            JobColumn.Printed => csv.Plain(Moment.Format(job.AccountedAt.InZone(tenant.TimeZone).LocalDateTime)),
            JobColumn.Printer => csv.Text(printers.GetValueOrDefault(job.PrinterId, job.PrinterSerial)),
            JobColumn.User => csv.Text(job.UserName),
            JobColumn.Status => csv.Text(words.Status(job.Status)),
            JobColumn.Kind => csv.Text(words.Kind(job.Kind)),
            JobColumn.Number => csv.Text(job.DeviceJobId),
            JobColumn.Serial => csv.Text(job.PrinterSerial),
            JobColumn.Media => csv.Text(job.MediaType),
            JobColumn.Width => csv.Figure(job.MediaWidthUm is { } width ? new Length(width).Millimetres : null),
            JobColumn.Pages => csv.Figure(job.Impressions),
            JobColumn.Copies => csv.Figure(job.CopiesPrinted),
            JobColumn.PageArea => csv.Figure(Metres(job.PageAreaMm2)),
            JobColumn.MediaArea => csv.Figure(Metres(job.MediaAreaMm2)),
            JobColumn.Waste => csv.Figure(Metres(JobCells.Waste(job))),
            JobColumn.Ink => csv.Figure(job.InkNl is { } ink ? new InkVolume(ink).Millilitres : null),
            _ => WritePrice(csv, row),
        };
    }

    private CsvWriter WritePrice(CsvWriter csv, JobWithPrice row) => row switch
    {
        { Micros: { } micros, Currency: { } currency } => csv.Figure(Money.FromMicros(micros, new Currency(currency)).Amount).Plain(currency),
        { Job.Status: PrintJobStatus.Pending } => csv.Plain(t["not finished"]).Plain(""),
        _ => csv.Plain(t["unrated"]).Plain(""),
    };

    private static decimal? Metres(long? area) => area is { } known ? new Area(known).SquareMetres : null;

    private static async Task FlushAsync(StringWriter text, Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        text.GetStringBuilder().Clear();
    }
}
