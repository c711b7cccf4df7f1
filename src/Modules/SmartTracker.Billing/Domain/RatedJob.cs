using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <param name="OriginalMonth">The job's month, where it is billed late or again; null in its own month.</param>
internal sealed record RatedJob(PrintJob Job, string PrinterName, RateCard Card, Rated Rated, JobAccount Account, YearMonth? OriginalMonth)
{
    private const int TicksPerMicrosecond = 10;

    public LineKind Kind => OriginalMonth is null ? LineKind.Jobs : Account.IsLive ? LineKind.Changed : LineKind.Late;

    /// <summary>What is to be billed for it now: its price less what is billed already.</summary>
    public long EffectMicros => Rated.Amount.Micros - Account.BalanceMicros;

    public bool IsOnALine => Account.IsLive ? EffectMicros != 0 : Rated.IsCharged;

    public string? MediaType => string.IsNullOrWhiteSpace(Job.MediaType) ? null : StorableText.Of(Job.MediaType.Trim());

    public BilledJob ToEvidence(int position, DocumentKind kind) => new()
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
        AmountMicros = kind == DocumentKind.Invoice ? EffectMicros : -EffectMicros,
        Steps = PricingJson.Write(Rated.Steps),
        Entry = Account.LastEntry + 1,
        EarlierMicros = Account.IsLive ? Account.BalanceMicros : null,
    };

    // Issuer and customer may keep their data in different databases; microseconds are what both store.
    private static Instant WholeMicroseconds(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksPerMicrosecond);
    }
}
