using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a draft is given when it is issued.</summary>
public sealed record NumberTaken(NumberSeries Series, int Year, long Sequence)
{
    public string Number => Series.Format(Year, Sequence);
}

/// <summary>Turns a draft into what the issued invoice says, and no other way does.</summary>
public static class InvoiceIssue
{
    public static InvoiceContent Issue(this InvoiceDraft draft, InvoiceId id, NumberTaken number, LocalDate issuedOn, Customer customer, IssuerTerms issuer)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(number);
        return Content(draft, id, number.Number, number.Series.CountingYear(number.Year), number.Sequence, issuedOn, customer, issuer);
    }

    /// <summary>The invoice as it would be issued, without id and number.</summary>
    public static InvoiceContent Preview(this InvoiceDraft draft, LocalDate issuedOn, Customer customer, IssuerTerms issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return Content(draft, default, "", issuer.Series.CountingYear(issuedOn.Year), 0, issuedOn, customer, issuer);
    }

    private static InvoiceContent Content(
        InvoiceDraft draft, InvoiceId id, string number, int seriesYear, long sequence, LocalDate issuedOn, Customer customer, IssuerTerms issuer) => new()
        {
            Id = id,
            Number = number,
            Series = issuer.Series.Pattern,
            SeriesYear = seriesYear,
            Sequence = sequence,
            CustomerTenant = customer.Tenant,
            PeriodStart = draft.Month.FirstDay,
            TimeZone = draft.Month.Zone.Id,
            IssuedOn = issuedOn,
            DueOn = issuedOn.PlusDays(customer.DueDays ?? issuer.DueDays),
            Language = customer.Language,
            Currency = draft.Currency.Code,
            Issuer = issuer.Issuer,
            Recipient = customer.Recipient,
            NetMicros = draft.Net.Micros,
            TaxMicros = draft.Tax.Micros,
            GrossMicros = draft.Gross.Micros,
            Lines = [.. draft.Lines.Select(line => line with { InvoiceId = id })],
            Jobs = [.. draft.Jobs.Select(job => job with { InvoiceId = id })],
        };
}
