using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Bills.Data;

/// <summary>The bills this tenant received.</summary>
public sealed class BillStore(BillsDbContext context)
{
    /// <summary>Heads, newest first.</summary>
    public async Task<IReadOnlyList<InvoiceContent>> ListAsync(CancellationToken cancellationToken) =>
        await context.Bills.AsNoTracking().OrderByDescending(bill => bill.IssuedOn).ThenByDescending(bill => bill.Number).ToListAsync(cancellationToken);

    /// <summary>Head, lines and jobs.</summary>
    public Task<InvoiceContent?> FindAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Bills.AsNoTracking().AsSplitQuery()
            .Include(bill => bill.Lines.OrderBy(line => line.Position)).Include(bill => bill.Jobs)
            .SingleOrDefaultAsync(bill => bill.Id == id, cancellationToken);

    /// <summary>The credit note that cancels a bill; head only.</summary>
    public Task<InvoiceContent?> FindCancellationAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Bills.AsNoTracking().FirstOrDefaultAsync(bill => bill.CancelsId == id, cancellationToken);

    /// <summary>Every bill and credit note that holds a job, in the order of its entries; heads only.</summary>
    public async Task<IReadOnlyList<(InvoiceContent Bill, BilledJob Job)>> EntriesAsync(PrintJobId id, CancellationToken cancellationToken) =>
    [
        .. (await (from job in context.Jobs.AsNoTracking()
            join bill in context.Bills.AsNoTracking() on job.InvoiceId equals bill.Id
            where job.PrintJobId == id
            orderby job.Entry
            select new { bill, job }).ToListAsync(cancellationToken)).Select(entry => (entry.bill, entry.job)),
    ];

    public Task<BillFile?> FindFileAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Files.AsNoTracking().SingleOrDefaultAsync(file => file.InvoiceId == id, cancellationToken);

    /// <summary>Stores a bill as received; from here on the database lets nobody change it.</summary>
    public async Task AddAsync(InvoiceContent bill, BillFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bill);
        context.Add(bill);
        context.Add(file);
        await context.SaveChangesAsync(cancellationToken);
        var id = bill.Id;
        await context.Bills.Where(b => b.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(b => EF.Property<string>(b, "State"), "received"), cancellationToken);
        context.ChangeTracker.Clear();
    }
}
