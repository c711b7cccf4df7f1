using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a document is given when it is issued.</summary>
public sealed record NumberTaken(NumberSeries Series, int Year, long Sequence)
{
    public string Number => Series.Format(Year, Sequence);
}

/// <summary>Turns a draft into what the issued document says, and no other way does.</summary>
public static class InvoiceIssue
{
    /// <param name="anyway">Needed where the draft has open questions.</param>
    /// <exception cref="InvalidOperationException">The draft has open questions that nobody answers for.</exception>
    public static InvoiceContent Issue(
        this InvoiceDraft draft, InvoiceId id, NumberTaken number, LocalDate issuedOn, Customer customer, IssuerTerms issuer, CloseAnyway? anyway = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(number);
        if (draft.Questions.Count > 0 && anyway is null)
            throw new InvalidOperationException("A month with open questions is closed only with a reason.");

        var answered = draft.Questions.Count > 0 ? anyway : null;
        return Content(draft, id, number.Number, number.Series.CountingYear(number.Year), number.Sequence, issuedOn, customer, issuer) with
        {
            ClosedAnywayBecause = answered?.Reason,
            ClosedAnywayBy = answered?.By,
            ClosedAnywayAt = answered?.At,
        };
    }

    /// <summary>The document as it would be issued, without id, number and reason.</summary>
    public static InvoiceContent Preview(this InvoiceDraft draft, LocalDate issuedOn, Customer customer, IssuerTerms issuer)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(issuer);
        return Content(draft, default, "", issuer.SeriesOf(draft.Kind).CountingYear(issuedOn.Year), 0, issuedOn, customer, issuer);
    }

    private static InvoiceContent Content(
        InvoiceDraft draft, InvoiceId id, string number, int seriesYear, long sequence, LocalDate issuedOn, Customer customer, IssuerTerms issuer) => new()
        {
            Id = id,
            Kind = draft.Kind,
            Number = number,
            Series = issuer.SeriesOf(draft.Kind).Pattern,
            SeriesYear = seriesYear,
            Sequence = sequence,
            CustomerTenant = customer.Tenant,
            PeriodStart = draft.Month.FirstDay,
            TimeZone = draft.Month.Zone.Id,
            IssuedOn = issuedOn,
            DueOn = draft.Kind == DocumentKind.CreditNote ? issuedOn : issuedOn.PlusDays(customer.DueDays ?? issuer.DueDays),
            Language = customer.Language,
            Currency = draft.Currency.Code,
            Issuer = issuer.Issuer,
            Recipient = customer.Recipient,
            NetMicros = draft.Net.Micros,
            TaxMicros = draft.Tax.Micros,
            GrossMicros = draft.Gross.Micros,
            OpenQuestions = OpenQuestionJson.Write([.. draft.Questions]),
            Lines = [.. draft.Lines.Select(line => line with { InvoiceId = id })],
            Jobs = [.. draft.Jobs.Select(job => job with { InvoiceId = id })],
        };
}
