using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Wording;

namespace SmartTracker.Bills.Export;

/// <summary>All jobs of a bill as a spreadsheet reads them in the reader's language: German with semicolons and decimal commas.</summary>
public sealed class BillCsv(IStringLocalizer<Texts> texts, BillWords words)
{
    public byte[] Write(InvoiceContent bill, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(bill);
        ArgumentNullException.ThrowIfNull(culture);
        var german = culture.TwoLetterISOLanguageName == "de";
        var csv = new CsvText(german ? ';' : ',');
        var figures = new NumberFormatInfo { NumberDecimalSeparator = german ? "," : "." };
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(bill.TimeZone) ?? DateTimeZone.Utc;

        foreach (var heading in Headings)
            csv.Text(texts[heading]);
        csv.EndLine();
        foreach (var job in bill.Jobs.OrderBy(job => job.PrintedAt).ThenBy(job => job.PrintJobId.Value))
            Write(csv, bill, job, zone, figures);
        return csv.ToBytes();
    }

    private static readonly string[] Headings =
    [
        "Bill", "Line", "Job id", "Printed at", "Printer", "Serial number", "Device job id", "Kind", "State", "User", "Job name", "Media",
        "Pages", "Page area, m²", "Media area, m²", "Ink, ml", "Rate card", "Amount", "Currency", "Why", "Billed before",
    ];

    private void Write(CsvText csv, InvoiceContent bill, BilledJob job, DateTimeZone zone, NumberFormatInfo figures)
    {
        string? Figure(decimal? value) => value?.ToString(figures);

        csv.Text(bill.Number)
            .Figure(job.Position == BilledJob.NotCharged ? texts["no charge"] : job.Position.ToString(CultureInfo.InvariantCulture))
            .Figure(job.PrintJobId.ToString())
            .Figure(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Format(job.PrintedAt.InZone(zone).LocalDateTime))
            .Text(job.PrinterName).Text(job.PrinterSerial).Text(job.DeviceJobId)
            .Text(words.Kind(job)).Text(words.Status(job))
            .Text(job.UserName).Text(job.JobName).Text(job.MediaType)
            .Figure(Figure(job.Impressions)).Figure(Figure(job.PageArea?.SquareMetres)).Figure(Figure(job.MediaArea?.SquareMetres)).Figure(Figure(job.Ink?.Millilitres))
            .Text(job.RateCard).Figure(Figure(job.Amount.Amount * bill.Sign)).Text(job.Currency)
            .Text(Why(bill, job)).Figure(Figure(job.Earlier?.Amount))
            .EndLine();
    }

    private string Why(InvoiceContent bill, BilledJob job) => bill.Lines.Find(line => line.Position == job.Position) is { } line ? words.Why(line) : "";
}
