using NodaTime;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>Everything an issued invoice or credit note says: head, lines and the evidence of every job. It never changes; <see cref="ContentHash"/> covers all of it.
/// A customer's month has one document that bills it. A credit note that cancels an invoice repeats its lines and jobs as they are.</summary>
public sealed record InvoiceContent
{
    public required InvoiceId Id { get; init; }

    public DocumentKind Kind { get; init; }

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

    /// <summary>The invoice that this credit note cancels as a whole, or null. A credit note without one bills a month that comes to less than nothing.</summary>
    public InvoiceId? CancelsId { get; init; }

    public string? CancelsNumber { get; init; }

    public LocalDate? CancelsIssuedOn { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>What was open when the month was closed (<see cref="OpenQuestionJson"/>), or null.</summary>
    public string? OpenQuestions { get; init; }

    /// <summary>Why it was closed all the same; null where nothing was open.</summary>
    public string? ClosedAnywayBecause { get; init; }

    public string? ClosedAnywayBy { get; init; }

    public Instant? ClosedAnywayAt { get; init; }

    /// <summary>By position.</summary>
    public List<InvoiceLine> Lines { get; init; } = [];

    /// <summary>Every job that was looked at, charged or not.</summary>
    public List<BilledJob> Jobs { get; init; } = [];

    public Money Net => Amount(NetMicros);

    public Money Tax => Amount(TaxMicros);

    public Money Gross => Amount(GrossMicros);

    /// <summary>1 where the customer owes the amounts, -1 where they are given back.</summary>
    public int Sign => Kind == DocumentKind.Invoice ? 1 : -1;

    /// <summary>What the customer owes by it; negative on a credit note.</summary>
    public Money Balance => Gross * Sign;

    public bool IsCancellation => CancelsId is not null;

    public YearMonth Period => PeriodStart.ToYearMonth();

    public LocalDate PeriodLastDay => PeriodStart.PlusMonths(1).PlusDays(-1);

    /// <summary>Net and tax per rate, recomputed from the lines; each tax is rounded once.</summary>
    public IReadOnlyList<VatTotal> VatTotals => VatTotal.Of(Lines, new Currency(Currency));

    /// <summary>The jobs behind a line (or those not charged), in the order they were printed.</summary>
    public IReadOnlyList<BilledJob> JobsAt(int position) =>
        [.. Jobs.Where(job => job.Position == position).OrderBy(job => job.PrintedAt).ThenBy(job => job.PrintJobId.Value)];

    /// <exception cref="System.Text.Json.JsonException">The stored text is not a list of questions.</exception>
    public IReadOnlyList<OpenQuestion> ReadOpenQuestions() => OpenQuestionJson.Read(OpenQuestions);

    /// <summary>What the job was rated with when the document was issued, less what was billed before, in the document's own direction.</summary>
    public decimal Effect(BilledJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var due = job.ReadSteps().Sum(step => step.Amount) - (job.Earlier?.Amount ?? 0);
        return Kind == DocumentKind.CreditNote && !IsCancellation ? -due : due;
    }

    private Money Amount(long micros) => Money.FromMicros(micros, new Currency(Currency));
}
