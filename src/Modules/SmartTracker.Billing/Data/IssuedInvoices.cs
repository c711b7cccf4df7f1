using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Data;

public sealed class IssuedInvoices(BillingDbContext context) : IIssuedInvoices
{
    private IQueryable<InvoiceContent> InForce =>
        context.Invoices.AsNoTracking().Where(invoice => invoice.Kind == DocumentKind.Invoice && EF.Property<string>(invoice, "State") == "issued");

    public async Task<IReadOnlyDictionary<string, InvoiceContent>> LatestAsync(CancellationToken cancellationToken) =>
        (await InForce
            .Where(invoice => !InForce.Any(later => later.CustomerTenant == invoice.CustomerTenant && later.PeriodStart > invoice.PeriodStart))
            .ToListAsync(cancellationToken))
        .ToLookup(invoice => invoice.CustomerTenant)
        .ToDictionary(same => same.Key, same => same.MaxBy(invoice => invoice.Sequence)!);

    public async Task<IReadOnlyDictionary<string, IReadOnlySet<YearMonth>>> BilledMonthsAsync(CancellationToken cancellationToken) =>
        (await context.Invoices.Where(document => document.CancelsId == null && EF.Property<string>(document, "State") == "issued")
            .Select(document => new { document.CustomerTenant, document.PeriodStart }).Distinct().ToListAsync(cancellationToken))
        .ToLookup(billed => billed.CustomerTenant, billed => billed.PeriodStart.ToYearMonth())
        .ToDictionary(same => same.Key, same => (IReadOnlySet<YearMonth>)same.ToHashSet());
}
