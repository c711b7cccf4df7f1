using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What a customer's month comes to before anything is issued.</summary>
/// <param name="Questions">What is not known or not settled; closing all the same needs a reason.</param>
public abstract record MonthDraft(IReadOnlyList<OpenQuestion> Questions);

/// <summary>Jobs without a price keep the month open. No reason helps.</summary>
/// <param name="Looked">How many jobs were looked at.</param>
public sealed record BlockedMonth(int Looked, IReadOnlyList<Blocker> Blockers, IReadOnlyList<OpenQuestion> Questions) : MonthDraft(Questions);

/// <summary>The month's jobs were rated in more than one currency.</summary>
public sealed record MixedCurrencies(IReadOnlyList<Currency> Currencies) : MonthDraft([]);

/// <summary>No job is charged.</summary>
/// <param name="NotCharged">Jobs that were looked at and are charged to nobody.</param>
/// <param name="BilledBefore">Jobs of the month that other documents bill as they are.</param>
public sealed record NothingToBill(int NotCharged, int BilledBefore, IReadOnlyList<OpenQuestion> Questions) : MonthDraft(Questions);

/// <summary>A draft: everything but number, date and issuer. Its parts carry no invoice id yet.</summary>
/// <param name="Kind">A credit note where the month comes to less than nothing; its amounts are then turned round.</param>
/// <param name="BilledBefore">Jobs of the month that other documents bill as they are.</param>
public sealed record InvoiceDraft(
    BillingMonth Month,
    DocumentKind Kind,
    Currency Currency,
    IReadOnlyList<InvoiceLine> Lines,
    IReadOnlyList<BilledJob> Jobs,
    int BilledBefore,
    IReadOnlyList<OpenQuestion> Questions) : MonthDraft(Questions)
{
    public Money Net => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Net);

    public Money Tax => VatTotal.Of(Lines, Currency).Aggregate(Money.Zero(Currency), (sum, total) => sum + total.Tax);

    public Money Gross => Net + Tax;
}
