using NodaTime;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>Everything an issued invoice says: head, lines and the evidence of every job. It never changes; <see cref="ContentHash"/> covers all of it.</summary>
public sealed record InvoiceContent
{
    public required InvoiceId Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The pattern of the number series, such as <c>{year}-{number:0000}</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The year that the series counts in, or 0 where it counts on over the years.</summary>
    public required int SeriesYear { get; init; }

    public required long Sequence { get; init; }

    public required string CustomerTenant { get; init; }

    /// <summary>First day of the calendar month that is billed; the month ends before the first day of the next (half-open).</summary>
    public required LocalDate PeriodStart { get; init; }

    /// <summary>The customer's time zone (IANA) that decides which jobs lie in the month.</summary>
    public required string TimeZone { get; init; }

    public required LocalDate IssuedOn { get; init; }

    public required LocalDate DueOn { get; init; }

    /// <summary><c>de</c> or <c>en</c>: the language of the document.</summary>
    public required string Language { get; init; }

    public required string Currency { get; init; }

    public required Issuer Issuer { get; init; }

    public required Recipient Recipient { get; init; }

    public required long NetMicros { get; init; }

    public required long TaxMicros { get; init; }

    public required long GrossMicros { get; init; }

    /// <summary>By position.</summary>
    public List<InvoiceLine> Lines { get; init; } = [];

    /// <summary>Every job that was looked at, charged or not.</summary>
    public List<BilledJob> Jobs { get; init; } = [];

    public Money Net => Amount(NetMicros);

    public Money Tax => Amount(TaxMicros);

    public Money Gross => Amount(GrossMicros);

    public YearMonth Period => PeriodStart.ToYearMonth();

    public LocalDate PeriodLastDay => PeriodStart.PlusMonths(1).PlusDays(-1);

    /// <summary>Net and tax per rate, recomputed from the lines; each tax is rounded once.</summary>
    public IReadOnlyList<VatTotal> VatTotals => VatTotal.Of(Lines, new Currency(Currency));

    /// <summary>The jobs behind a line (or those not charged), in the order they were printed.</summary>
    public IReadOnlyList<BilledJob> JobsAt(int position) =>
        [.. Jobs.Where(job => job.Position == position).OrderBy(job => job.PrintedAt).ThenBy(job => job.PrintJobId.Value)];

    private Money Amount(long micros) => Money.FromMicros(micros, new Currency(Currency));
}
