using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a customer's month comes to before anything is issued.</summary>
public abstract record MonthDraft;

/// <summary>Jobs without a price, or not finished, keep the month open.</summary>
/// <param name="Looked">How many jobs the month has.</param>
public sealed record BlockedMonth(int Looked, IReadOnlyList<Blocker> Blockers) : MonthDraft;

/// <summary>The month's jobs were rated in more than one currency.</summary>
public sealed record MixedCurrencies(IReadOnlyList<Currency> Currencies) : MonthDraft;

/// <summary>No job is charged.</summary>
/// <param name="NotCharged">Jobs that were looked at and are charged to nobody.</param>
/// <param name="BilledBefore">Jobs that an earlier invoice holds.</param>
public sealed record NothingToBill(int NotCharged, int BilledBefore) : MonthDraft;

/// <summary>A draft: everything but number, date and issuer. Its parts carry no invoice id yet.</summary>
/// <param name="BilledBefore">Jobs that an earlier invoice holds; they are not billed again.</param>
public sealed record InvoiceDraft(
    BillingMonth Month,
    Currency Currency,
    IReadOnlyList<InvoiceLine> Lines,
    IReadOnlyList<BilledJob> Jobs,
    int BilledBefore) : MonthDraft
{
    public Money Net => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Net);

    public Money Tax => VatTotal.Of(Lines, Currency).Aggregate(Money.Zero(Currency), (sum, total) => sum + total.Tax);

    public Money Gross => Net + Tax;
}
