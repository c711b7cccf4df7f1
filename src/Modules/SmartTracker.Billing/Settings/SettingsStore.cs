using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Settings;

/// <summary>Writes what recipes say of issuer and customers. A rate card is replaced by one that is valid from the same day, never removed.</summary>
public sealed class SettingsStore(BillingDbContext context, BillingStore store)
{
    public Task<IssuerTerms?> FindIssuerAsync(CancellationToken cancellationToken) => store.FindIssuerAsync(cancellationToken);

    public Task<Customer?> FindCustomerAsync(string tenant, CancellationToken cancellationToken) => store.FindCustomerAsync(tenant, cancellationToken);

    public async Task SaveIssuerAsync(IssuerTerms terms, CancellationToken cancellationToken)
    {
        var wanted = IssuerSettings.From(terms);
        if (await context.Issuers.SingleOrDefaultAsync(cancellationToken) is { } stored)
            context.Entry(stored).CurrentValues.SetValues(wanted);
        else
            context.Add(wanted);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    public async Task SaveCustomerAsync(Customer customer, CancellationToken cancellationToken)
    {
        var wanted = BillingCustomer.From(customer);
        var stored = await context.Customers.Include(c => c.RateCards).SingleOrDefaultAsync(c => c.Tenant == customer.Tenant, cancellationToken);
        if (stored is null)
            context.Add(wanted);
        else
            Change(stored, wanted);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    private void Change(BillingCustomer stored, BillingCustomer wanted)
    {
        context.Entry(stored).CurrentValues.SetValues(wanted);
        foreach (var card in wanted.RateCards)
        {
            if (stored.RateCards.Find(known => known.ValidFrom == card.ValidFrom) is { } known)
                context.Entry(known).CurrentValues.SetValues(card);
            else
                stored.RateCards.Add(card);
        }
    }
}
