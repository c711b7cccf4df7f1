using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Who issues here, and the terms that hold where a customer has none of its own.</summary>
public sealed record IssuerTerms(Issuer Issuer, VatRate VatRate, int DueDays, NumberSeries Series);
