using NodaTime;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>One line: jobs of one printer on one kind of media.</summary>
public sealed record InvoiceLine
{
    public required InvoiceId InvoiceId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>First day of the month that late or changed jobs belong to; null for those of the document's own month.</summary>
    public LocalDate? OriginalPeriodStart { get; init; }

    /// <summary>What is charged; once per invoice.</summary>
    public required string ChargeKey { get; init; }

    public required string PrinterName { get; init; }

    /// <summary>As the device names it, or null where it named none.</summary>
    public required string? MediaType { get; init; }

    public required int JobCount { get; init; }

    public required string Currency { get; init; }

    public required int VatBasisPoints { get; init; }

    /// <summary>Sum of the jobs' amounts in micro-units, before rounding.</summary>
    public required long ExactMicros { get; init; }

    /// <summary>The sum rounded once to the currency.</summary>
    public required long NetMicros { get; init; }

    public VatRate VatRate => new(VatBasisPoints);

    public Money Exact => Money.FromMicros(ExactMicros, new Currency(Currency));

    public Money Net => Money.FromMicros(NetMicros, new Currency(Currency));
}
