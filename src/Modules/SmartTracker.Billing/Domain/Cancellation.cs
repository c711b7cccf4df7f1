using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>The credit note that takes a whole invoice back: the same lines and jobs, the other way.</summary>
public static class Cancellation
{
    public const int LongestReason = 500;

    /// <param name="books">Of the customer, as they stand: each job's entry is the next one.</param>
    /// <exception cref="ArgumentException">It is no invoice, or there is no reason.</exception>
    public static InvoiceContent Of(
        InvoiceContent invoice, string reason, InvoiceId id, NumberTaken number, LocalDate issuedOn, IssuerTerms issuer, CustomerBooks books)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (invoice.Kind != DocumentKind.Invoice)
            throw new ArgumentException("Only an invoice is cancelled by a credit note.", nameof(invoice));

        return invoice with
        {
            Id = id,
            Kind = DocumentKind.CreditNote,
            Number = number.Number,
            Series = number.Series.Pattern,
            SeriesYear = number.Series.CountingYear(number.Year),
            Sequence = number.Sequence,
            IssuedOn = issuedOn,
            DueOn = issuedOn,
            Issuer = issuer.Issuer,
            CancelsId = invoice.Id,
            CancelsNumber = invoice.Number,
            CancelsIssuedOn = invoice.IssuedOn,
            CancelReason = StorableText.Of(reason.Trim()),
            OpenQuestions = null,
            ClosedAnywayBecause = null,
            ClosedAnywayBy = null,
            ClosedAnywayAt = null,
            Lines = [.. invoice.Lines.Select(line => line with { InvoiceId = id })],
            Jobs = [.. invoice.Jobs.Select(job => job with { InvoiceId = id, Entry = books.Account(job.PrintJobId).LastEntry + 1 })],
        };
    }
}
