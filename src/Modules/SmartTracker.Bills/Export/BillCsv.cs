using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Wording;

namespace SmartTracker.Bills.Export;

/// <summary>All jobs of a bill as a spreadsheet reads them in the reader's language: German with semicolons and decimal commas.</summary>
public sealed class BillCsv(IStringLocalizer<Texts> texts, BillWords words)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private static readonly string[] Headings =
    [
        "Bill", "Line", "Job id", "Printed at", "Printer", "Serial number", "Device job id", "Kind", "State", "User", "Job name", "Media",
        "Pages", "Page area, m²", "Media area, m²", "Ink, ml", "Rate card", "Amount", "Currency", "Why", "Billed before",
    ];

    /// <summary>With the byte order mark that spreadsheets know UTF-8 by.</summary>
    public byte[] Write(InvoiceContent bill, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(bill);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, culture);
        foreach (var heading in Headings)
            csv.Text(texts[heading]);
        csv.EndLine();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(bill.TimeZone) ?? DateTimeZone.Utc;
        foreach (var job in bill.Jobs.OrderBy(job => job.PrintedAt).ThenBy(job => job.PrintJobId.Value))
            Write(csv, bill, job, zone);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private void Write(CsvWriter csv, InvoiceContent bill, BilledJob job, DateTimeZone zone) => csv
        .Text(bill.Number)
        .Plain(job.Position == BilledJob.NotCharged ? texts["no charge"] : job.Position.ToString(CultureInfo.InvariantCulture))
        .Plain(job.PrintJobId.ToString())
        .Plain(Moment.Format(job.PrintedAt.InZone(zone).LocalDateTime))
        .Text(job.PrinterName).Text(job.PrinterSerial).Text(job.DeviceJobId)
        .Text(words.Kind(job)).Text(words.Status(job))
        .Text(job.UserName).Text(job.JobName).Text(job.MediaType)
        .Figure(job.Impressions).Figure(job.PageArea?.SquareMetres).Figure(job.MediaArea?.SquareMetres).Figure(job.Ink?.Millilitres)
        .Text(job.RateCard).Figure(job.Amount.Amount * bill.Sign).Plain(job.Currency)
        .Text(Why(bill, job)).Figure(job.Earlier?.Amount)
        .EndLine();

    private string Why(InvoiceContent bill, BilledJob job) => bill.Lines.Find(line => line.Position == job.Position) is { } line ? words.Why(line) : "";
}
