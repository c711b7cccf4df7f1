using Microsoft.EntityFrameworkCore;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Data;

/// <summary>What was billed to a customer, and the right to bill more.</summary>
public sealed class BooksStore(BillingDbContext context)
{
    /// <summary>The books as they stand. Their version is read first, so that a document issued meanwhile makes it old.</summary>
    public async Task<CustomerBooks> ReadAsync(string tenant, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(tenant, cancellationToken);
        return new CustomerBooks(await EntriesAsync(tenant, cancellationToken), version);
    }

    /// <summary>Takes the customer's books for the rest of the transaction; who comes second waits. False where they are not those that were read:
    /// then the caller must not commit, and read again.</summary>
    public async Task<bool> TakeAsync(string tenant, CustomerBooks read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return await TakeAsync(tenant, cancellationToken) == read.Version + 1;
    }

    /// <summary>Takes the customer's books for the rest of the transaction and gives their new version.</summary>
    public async Task<long> TakeAsync(string tenant, CancellationToken cancellationToken) => (await context.Database.SqlQuery<long>(
        $"""
        INSERT INTO billing_books (customer_tenant, version) VALUES ({tenant}, 1)
        ON CONFLICT (customer_tenant) DO UPDATE SET version = billing_books.version + 1
        RETURNING version AS "Value"
        """).ToListAsync(cancellationToken)).Single();

    /// <summary>Every entry of a customer's jobs, or of all customers', in one statement.</summary>
    public async Task<IReadOnlyList<JobEntry>> EntriesAsync(string? tenant, CancellationToken cancellationToken)
    {
        var rows = await (
            from job in context.Jobs.AsNoTracking()
            join document in context.Invoices.AsNoTracking() on job.InvoiceId equals document.Id
            join line in context.Lines.AsNoTracking() on new { job.InvoiceId, job.Position } equals new { line.InvoiceId, line.Position } into lines
            from line in lines.DefaultIfEmpty()
            where tenant == null || document.CustomerTenant == tenant
            select new
            {
                job.PrintJobId,
                job.Entry,
                job.Revision,
                document.Id,
                document.Number,
                document.Kind,
                document.PeriodStart,
                job.AmountMicros,
                job.EarlierMicros,
                job.Currency,
                Vat = line == null ? (int?)null : line.VatBasisPoints,
                document.CancelsId,
                State = EF.Property<string>(document, "State"),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new JobEntry(
                row.PrintJobId, row.Entry, row.Revision, row.Id, row.Number, row.Kind, row.PeriodStart, row.AmountMicros, row.EarlierMicros, row.Currency,
                row.Vat, row.CancelsId, row.State == "credited")),
        ];
    }

    /// <summary>Numbers of the customer's documents that have not reached it.</summary>
    public async Task<IReadOnlyList<string>> UndeliveredAsync(string tenant, CancellationToken cancellationToken) => await (
        from entry in context.Outbox.AsNoTracking()
        join document in context.Invoices.AsNoTracking() on entry.InvoiceId equals document.Id
        where entry.CustomerTenant == tenant && entry.DeliveredAt == null
        orderby document.Number
        select document.Number).ToListAsync(cancellationToken);

    private async Task<long> VersionAsync(string tenant, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<long>($"SELECT version AS \"Value\" FROM billing_books WHERE customer_tenant = {tenant}").ToListAsync(cancellationToken)).SingleOrDefault();
}
