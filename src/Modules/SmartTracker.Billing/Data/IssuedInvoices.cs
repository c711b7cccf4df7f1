using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Data;

public sealed class IssuedInvoices(BillingDbContext context) : IIssuedInvoices
{
    public async Task<IReadOnlyDictionary<string, InvoiceContent>> LatestAsync(CancellationToken cancellationToken)
    {
        var inForce = context.Invoices.AsNoTracking().Where(invoice => invoice.Kind == DocumentKind.Invoice && EF.Property<string>(invoice, "State") == "issued");
        return (await inForce
                .Where(invoice => !inForce.Any(later => later.CustomerTenant == invoice.CustomerTenant && later.PeriodStart > invoice.PeriodStart))
                .ToListAsync(cancellationToken))
            .ToLookup(invoice => invoice.CustomerTenant)
            .ToDictionary(same => same.Key, same => same.MaxBy(invoice => invoice.Sequence)!);
    }
}
