using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Bills.Data;

public sealed class ReceivedInvoices(BillsDbContext context) : IReceivedInvoices
{
    public Task<InvoiceContent?> FindLatestAsync(CancellationToken cancellationToken) =>
        context.Bills.AsNoTracking()
            .Where(bill => bill.Kind == DocumentKind.Invoice && !context.Bills.Any(credit => credit.CancelsId == bill.Id))
            .OrderByDescending(bill => bill.PeriodStart).ThenByDescending(bill => bill.Sequence).FirstOrDefaultAsync(cancellationToken);
}
