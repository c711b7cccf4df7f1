using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>Drafts a customer's month. Changes nothing, so it is the preview too.</summary>
public sealed class InvoiceDrafter(BillingStore store, TenantMonthReader months, Tenant issuer, TimeProvider time)
{
    public async Task<MonthClose> DraftAsync(string tenant, YearMonth period, CancellationToken cancellationToken)
    {
        if (await store.FindIssuerAsync(cancellationToken) is not { } terms)
            return new MonthRefused(tenant, period, RefusalReason.NoIssuer);
        if (await store.FindCustomerAsync(tenant, cancellationToken) is not { } customer)
            return new MonthRefused(tenant, period, RefusalReason.UnknownCustomer);
        if (await store.FindByMonthAsync(tenant, period.OnDayOfMonth(1), cancellationToken) is { } invoice)
            return new MonthBilledBefore(tenant, period, invoice);

        var (jobs, refusal) = await months.ReadAsync(tenant, period, cancellationToken);
        if (jobs is null)
            return new MonthRefused(tenant, period, refusal!.Value);

        var billed = await store.BilledAmongAsync([.. jobs.Jobs.Select(job => job.Id)], cancellationToken);
        // Read after the billed jobs: whoever issued the month while its jobs were read is seen here, and the month is not taken for empty.
        if (await store.FindByMonthAsync(tenant, period.OnDayOfMonth(1), cancellationToken) is { } meanwhile)
            return new MonthBilledBefore(tenant, period, meanwhile);

        return Result(MonthRating.Draft(jobs, customer, customer.VatRate ?? terms.VatRate, billed), tenant, period, customer, terms);
    }

    private MonthClose Result(MonthDraft draft, string tenant, YearMonth period, Customer customer, IssuerTerms terms)
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
                var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(issuer.TimeZone).Date;
                return new MonthDrafted(tenant, period, invoice.Preview(today, customer, terms), new ReadyDraft(invoice, customer, terms, today));
            default:
                throw new InvalidOperationException($"A month's draft is {draft.GetType().Name}.");
        }
    }
}
