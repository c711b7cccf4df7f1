using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

internal sealed record RatedJob(PrintJob Job, string PrinterName, RateCard Card, Rated Rated)
{
    private const int TicksPerMicrosecond = 10;

    public string? MediaType => string.IsNullOrWhiteSpace(Job.MediaType) ? null : StorableText.Of(Job.MediaType.Trim());

    public BilledJob ToEvidence(int position) => new()
    {
        InvoiceId = default,
        PrintJobId = Job.Id,
        Revision = Job.Revision,
        Position = position,
        PrintedAt = WholeMicroseconds(Job.AccountedAt),
        PrinterName = StorableText.Of(PrinterName)!,
        PrinterSerial = StorableText.Of(Job.PrinterSerial)!,
        DeviceJobId = StorableText.Of(Job.DeviceJobId)!,
        Kind = Job.Kind,
        Status = Job.Status,
        UserName = StorableText.Of(Job.UserName),
        JobName = StorableText.Of(Job.JobName),
        MediaType = MediaType,
        Impressions = Job.Impressions,
        PageAreaMm2 = Job.PageArea?.SquareMillimetres,
        MediaAreaMm2 = Job.MediaArea?.SquareMillimetres,
        InkNl = Job.Ink is { Count: > 0 } ink ? ink.Values.Aggregate(default(InkVolume), (sum, channel) => sum + channel).Nanolitres : null,
        RateCard = string.Create(CultureInfo.InvariantCulture, $"{Card.Name} ({Card.ValidFrom:uuuu-MM-dd})"),
        Currency = Rated.Amount.Currency.Code,
        AmountMicros = Rated.Amount.Micros,
        Steps = PricingJson.Write(Rated.Steps),
    };

    // Issuer and customer may keep their data in different databases; microseconds are what both store.
    private static Instant WholeMicroseconds(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksPerMicrosecond);
    }
}
