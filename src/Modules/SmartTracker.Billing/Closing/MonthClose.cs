using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>What came of asking for a customer's month to be billed.</summary>
public abstract record MonthClose(string Tenant, YearMonth Period);

/// <summary>It cannot be billed now; nothing was changed.</summary>
/// <param name="Detail">What the reason is about, such as currencies; empty where the reason says all.</param>
public sealed record MonthRefused(string Tenant, YearMonth Period, RefusalReason Reason, string Detail = "") : MonthClose(Tenant, Period);

public enum RefusalReason
{
    /// <summary>No issuer is set up; the recipe step Issuer does it.</summary>
    NoIssuer,
    /// <summary>No terms for this customer; the recipe step BillingCustomers holds them.</summary>
    UnknownCustomer,
    TenantUnavailable,
    /// <summary>The tenant does not collect print jobs.</summary>
    NoPrintJobs,
    /// <summary>The tenant cannot receive bills.</summary>
    NoReceiver,
    MonthNotOver,
    MixedCurrencies,
    /// <summary>The draft is not the one that was looked at.</summary>
    DraftChanged,
    /// <summary>Other documents for the customer were issued again and again while this one was drafted.</summary>
    BooksBusy,
}

/// <summary>The month has its document; nothing was changed.</summary>
/// <param name="Invoice">Its head: an invoice, or the credit note of a month that came to less than nothing.</param>
public sealed record MonthBilledBefore(string Tenant, YearMonth Period, InvoiceContent Invoice) : MonthClose(Tenant, Period);

/// <summary>Jobs without a price keep the month open.</summary>
public sealed record MonthBlocked(string Tenant, YearMonth Period, BlockedMonth Month) : MonthClose(Tenant, Period);

/// <summary>No job is charged, so there is no invoice.</summary>
public sealed record MonthEmpty(string Tenant, YearMonth Period, NothingToBill Month) : MonthClose(Tenant, Period);

/// <summary>The month can be billed; nothing was changed.</summary>
/// <param name="Preview">The invoice as it would be, without id and number.</param>
public sealed record MonthDrafted(string Tenant, YearMonth Period, InvoiceContent Preview, ReadyDraft Draft) : MonthClose(Tenant, Period)
{
    /// <summary>Tells whether a later draft is still this one.</summary>
    public string Fingerprint => ContentHash.Of(Preview);
}

/// <summary>A draft with the terms and the books it was made from.</summary>
public sealed record ReadyDraft(InvoiceDraft Invoice, Customer Customer, IssuerTerms Issuer, LocalDate IssuedOn, CustomerBooks Books);

/// <summary>The month can be billed, but something is open and nobody gave a reason to close it all the same; nothing was changed.</summary>
public sealed record MonthQuestioned(string Tenant, YearMonth Period, MonthDrafted Draft) : MonthClose(Tenant, Period)
{
    public IReadOnlyList<OpenQuestion> Questions => Draft.Draft.Invoice.Questions;
}

/// <summary>The month has been billed now.</summary>
public sealed record MonthIssued(string Tenant, YearMonth Period, InvoiceContent Invoice, bool Delivered) : MonthClose(Tenant, Period);
