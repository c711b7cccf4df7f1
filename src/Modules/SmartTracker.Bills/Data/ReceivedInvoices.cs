using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Bills.Data;

public sealed class ReceivedInvoices(BillsDbContext context) : IReceivedInvoices
{
    public Task<InvoiceContent?> FindLatestAsync(CancellationToken cancellationToken) =>
        context.Bills.AsNoTracking().OrderByDescending(bill => bill.PeriodStart).ThenByDescending(bill => bill.Sequence).FirstOrDefaultAsync(cancellationToken);
}
