using SmartTracker.Billing.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>Who is billed and on what terms.</summary>
/// <param name="Tenant">Technical name of the customer's tenant; it need not exist yet.</param>
/// <param name="Language"><c>de</c> or <c>en</c>.</param>
/// <param name="VatRate">Null takes the issuer's.</param>
/// <param name="DueDays">Null takes the issuer's.</param>
public sealed record Customer(
    string Tenant,
    Recipient Recipient,
    string Language,
    VatRate? VatRate,
    int? DueDays,
    IReadOnlyList<RateCard> RateCards);
