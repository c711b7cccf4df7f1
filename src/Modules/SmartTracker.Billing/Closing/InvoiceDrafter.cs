using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>Drafts a customer's month. Changes nothing, so it is the preview too.</summary>
public sealed class InvoiceDrafter(BillingStore store, BooksStore bookkeeping, TenantMonthReader months, Tenant issuer, TimeProvider time)
{
    public async Task<MonthClose> DraftAsync(string tenant, YearMonth period, CancellationToken cancellationToken)
    {
        if (await store.FindIssuerAsync(cancellationToken) is not { } terms)
            return new MonthRefused(tenant, period, RefusalReason.NoIssuer);
        if (await store.FindCustomerAsync(tenant, cancellationToken) is not { } customer)
            return new MonthRefused(tenant, period, RefusalReason.UnknownCustomer);

        // In this order: whoever issues before the look for the month's document is seen by it; whoever issues later makes these books
        // old, and issuing from this draft is refused.
        var books = await bookkeeping.ReadAsync(tenant, cancellationToken);
        var undelivered = await bookkeeping.UndeliveredAsync(tenant, cancellationToken);
        if (await store.FindByMonthAsync(tenant, period.OnDayOfMonth(1), cancellationToken) is { } document)
            return new MonthBilledBefore(tenant, period, document);

        var (jobs, refusal) = await months.ReadAsync(tenant, period, books, cancellationToken);
        if (jobs is null)
            return new MonthRefused(tenant, period, refusal!.Value);

        var draft = MonthRating.Draft(jobs, customer, customer.VatRate ?? terms.VatRate, books, undelivered);
        return Result(draft, tenant, period, customer, terms, books);
    }

    private MonthClose Result(MonthDraft draft, string tenant, YearMonth period, Customer customer, IssuerTerms terms, CustomerBooks books)
    {
        switch (draft)
        {
            case BlockedMonth blocked:
                return new MonthBlocked(tenant, period, blocked);
            case NothingToBill nothing:
                return new MonthEmpty(tenant, period, nothing);
            case MixedCurrencies mixed:
                return new MonthRefused(tenant, period, RefusalReason.MixedCurrencies, string.Join(", ", mixed.Currencies.Select(currency => currency.Code)));
            case InvoiceDraft invoice:
                var today = time.Now().InZone(issuer.TimeZone).Date;
                return new MonthDrafted(tenant, period, invoice.Preview(today, customer, terms), new ReadyDraft(invoice, customer, terms, today, books));
            default:
                throw new InvalidOperationException($"A month's draft is {draft.GetType().Name}.");
        }
    }
}
