using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Abstractions;

/// <summary>The evidence of one print job on an invoice. Null is "the device did not say".</summary>
public sealed record BilledJob
{
    /// <summary>Jobs at this position were looked at and not charged.</summary>
    public const int NotCharged = 0;

    public required InvoiceId InvoiceId { get; init; }

    public required PrintJobId PrintJobId { get; init; }

    /// <summary>The state of the job that was rated; a later one is not billed by this invoice.</summary>
    public required int Revision { get; init; }

    /// <summary>The line that charges the job, or <see cref="NotCharged"/>.</summary>
    public required int Position { get; init; }

    public required Instant PrintedAt { get; init; }

    public required string PrinterName { get; init; }

    public required string PrinterSerial { get; init; }

    public required string DeviceJobId { get; init; }

    public required JobKind Kind { get; init; }

    public required PrintJobStatus Status { get; init; }

    public required string? UserName { get; init; }

    public required string? JobName { get; init; }

    public required string? MediaType { get; init; }

    public required int? Impressions { get; init; }

    public required long? PageAreaMm2 { get; init; }

    public required long? MediaAreaMm2 { get; init; }

    public required long? InkNl { get; init; }

    /// <summary>Name and first day of the rate card that rated it.</summary>
    public required string RateCard { get; init; }

    public required string Currency { get; init; }

    public required long AmountMicros { get; init; }

    /// <summary>The price steps as JSON (<see cref="PricingJson"/>), in order; their amounts add up to what the job is worth.</summary>
    public required string Steps { get; init; }

    /// <summary>Counts the documents that hold this job, from 1: no two documents can bill it from the same state of the books.</summary>
    public int Entry { get; init; } = 1;

    /// <summary>For a job that was billed before: what stood in the books for it. The amount is the sum of the steps less this. Null for a job billed for the first time.</summary>
    public long? EarlierMicros { get; init; }

    public Money Amount => Money.FromMicros(AmountMicros, new Currency(Currency));

    public Money? Earlier => EarlierMicros is { } earlier ? Money.FromMicros(earlier, new Currency(Currency)) : null;

    public Area? PageArea => PageAreaMm2 is { } area ? new Area(area) : null;

    public Area? MediaArea => MediaAreaMm2 is { } area ? new Area(area) : null;

    public InkVolume? Ink => InkNl is { } ink ? new InkVolume(ink) : null;

    /// <exception cref="System.Text.Json.JsonException">The stored text is not a list of steps.</exception>
    public IReadOnlyList<PriceStep> ReadSteps() => PricingJson.ReadSteps(Steps);
}
