using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Who issues here, and the terms that hold where a customer has none of its own.</summary>
/// <param name="CreditNoteSeries">Where it has the invoices' pattern, both count together.</param>
public sealed record IssuerTerms(Issuer Issuer, VatRate VatRate, int DueDays, NumberSeries Series, NumberSeries CreditNoteSeries)
{
    public NumberSeries SeriesOf(DocumentKind kind) => kind == DocumentKind.CreditNote ? CreditNoteSeries : Series;
}
