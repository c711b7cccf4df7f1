using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>A month's counters against its jobs as CSV, a line for each printer and counter, in the tenant's language and decimal sign.</summary>
public sealed class CompletenessCsv(MonthReconciler months, CompletenessWords words, IPrinterDirectory directory, Tenant tenant, IStringLocalizer<Texts> t)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public string FileName(YearMonth month)
    {
        CultureInfo.CurrentUICulture = tenant.Culture;
        return $"{t["Completeness"]} {PrintJobFilter.Text(month)}.csv";
    }

    public async Task<byte[]> WriteAsync(YearMonth month, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = tenant.Culture;
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, tenant.Culture);
        foreach (var heading in new[]
        {
            t["Printer"], t["Serial number"], t["Month"], t["Counter"], t["Unit"], t["Read from"], t["Read to"], t["Counted"], t["Print jobs"], t["Internal"], t["Maintenance"],
            t["Unknown"], t["Borne by the site"], t["In dispute"], t["Open"], t["Jobs without this figure"], t["Result"],
        })
            csv.Text(heading);
        csv.EndLine();

        foreach (var printer in await directory.ListAsync(cancellationToken))
        {
            foreach (var counter in await months.CompareAsync(printer.Id, month, cancellationToken))
                Write(csv, printer, month, counter);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private void Write(CsvWriter csv, PrinterSummary printer, YearMonth month, Reconciliation counter)
    {
        csv.Text(printer.Name).Text(printer.SerialNumber).Plain(PrintJobFilter.Text(month)).Text(words.Kind(counter.Kind)).Text(MeterUnits.Name(counter.Kind))
            .Plain(At(counter.From)).Plain(At(counter.To)).Figure(Amount(counter.Counted)).Figure(Amount(counter.Printed)).Figure(Amount(counter.Internal))
            .Figure(Amount(counter.Maintenance));
        // Of a counter that jumped nobody knows what it counted.
        csv.Figure(counter.NeedsReview ? null : Amount(counter.Unknown)).Figure(Amount(counter.Absorbed)).Figure(Amount(counter.Disputed));
        csv.Figure(counter.Open is { } open ? Amount(open) : null).Figure(counter.Silent).Text(words.Line(counter).Word).EndLine();

        decimal Amount(long value) => MeterUnits.Value(counter.Kind, value);
    }

    private string At(Instant instant) => Moment.Format(instant.InZone(tenant.TimeZone).LocalDateTime);
}
