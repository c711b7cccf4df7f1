using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Data;

/// <summary>Issuer, customers and issued invoices.</summary>
public sealed class BillingStore(BillingDbContext context)
{
    public async Task<IssuerTerms?> FindIssuerAsync(CancellationToken cancellationToken) =>
        (await context.Issuers.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.ToTerms();

    public async Task<IReadOnlyList<Customer>> ListCustomersAsync(CancellationToken cancellationToken) =>
    [
        .. (await context.Customers.AsNoTracking().Include(customer => customer.RateCards).OrderBy(customer => customer.Tenant).ToListAsync(cancellationToken))
            .Select(customer => customer.ToCustomer()),
    ];

    public async Task<Customer?> FindCustomerAsync(string tenant, CancellationToken cancellationToken) =>
        (await context.Customers.AsNoTracking().Include(customer => customer.RateCards)
            .SingleOrDefaultAsync(customer => customer.Tenant == tenant, cancellationToken))?.ToCustomer();

    /// <summary>The document that bills the month and was not cancelled; head only.</summary>
    public Task<InvoiceContent?> FindByMonthAsync(string tenant, LocalDate periodStart, CancellationToken cancellationToken) =>
        context.Invoices.AsNoTracking().SingleOrDefaultAsync(
            invoice => invoice.CustomerTenant == tenant && invoice.PeriodStart == periodStart
                && invoice.CancelsId == null && EF.Property<string>(invoice, "State") != "credited",
            cancellationToken);

    /// <summary>The credit note that cancels an invoice; head only.</summary>
    public Task<InvoiceContent?> FindCancellationAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Invoices.AsNoTracking().SingleOrDefaultAsync(invoice => invoice.CancelsId == id, cancellationToken);

    /// <summary>Head, lines and jobs.</summary>
    public Task<InvoiceContent?> FindAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Invoices.AsNoTracking().AsSplitQuery()
            .Include(invoice => invoice.Lines.OrderBy(line => line.Position)).Include(invoice => invoice.Jobs)
            .SingleOrDefaultAsync(invoice => invoice.Id == id, cancellationToken);

    /// <summary>Every document that holds a job, in the order of its entries; heads only.</summary>
    public async Task<IReadOnlyList<(InvoiceContent Document, BilledJob Job)>> EntriesAsync(PrintJobId id, CancellationToken cancellationToken) =>
    [
        .. (await (from job in context.Jobs.AsNoTracking()
            join document in context.Invoices.AsNoTracking() on job.InvoiceId equals document.Id
            where job.PrintJobId == id
            orderby job.Entry
            select new { document, job }).ToListAsync(cancellationToken)).Select(entry => (entry.document, entry.job)),
    ];

    public Task<InvoiceSeal?> FindSealAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Seals.AsNoTracking().SingleOrDefaultAsync(seal => seal.InvoiceId == id, cancellationToken);

    public Task<OutboxEntry?> FindDeliveryAsync(InvoiceId id, CancellationToken cancellationToken) =>
        context.Outbox.AsNoTracking().SingleOrDefaultAsync(entry => entry.InvoiceId == id, cancellationToken);

    /// <summary>Heads, newest first, with what became of their copy.</summary>
    public async Task<IReadOnlyList<(InvoiceContent Invoice, OutboxEntry? Delivery)>> ListAsync(CancellationToken cancellationToken)
    {
        var invoices = await context.Invoices.AsNoTracking()
            .OrderByDescending(invoice => invoice.IssuedOn).ThenByDescending(invoice => invoice.Sequence).ToListAsync(cancellationToken);
        var deliveries = await context.Outbox.AsNoTracking().ToDictionaryAsync(entry => entry.InvoiceId, cancellationToken);
        return [.. invoices.Select(invoice => (invoice, deliveries.GetValueOrDefault(invoice.Id)))];
    }

    /// <summary>Takes the next number; its row stays locked until the transaction ends, so numbers have no gap.</summary>
    public async Task<NumberTaken> TakeNumberAsync(NumberSeries series, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var pattern = series.Pattern;
        var countingYear = series.CountingYear(year);
        var numbers = await context.Database.SqlQuery<long>(
            $"""
            INSERT INTO billing_number_series (series, year, last_number) VALUES ({pattern}, {countingYear}, 1)
            ON CONFLICT (series, year) DO UPDATE SET last_number = billing_number_series.last_number + 1
            RETURNING last_number AS "Value"
            """).ToListAsync(cancellationToken);
        return new NumberTaken(series, year, numbers.Single());
    }

    /// <summary>Stores a document as issued, and the invoice that it cancels as credited; from here on the database lets nobody change it.</summary>
    public async Task AddIssuedAsync(InvoiceContent content, InvoiceSeal seal, OutboxEntry delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        context.Add(content);
        context.Add(seal);
        context.Add(delivery);
        await context.SaveChangesAsync(cancellationToken);
        var id = content.Id;
        await SetStateAsync(id, "issued", cancellationToken);
        if (content.CancelsId is { } cancelled)
            await SetStateAsync(cancelled, "credited", cancellationToken);
        context.ChangeTracker.Clear();
    }

    private Task SetStateAsync(InvoiceId id, string state, CancellationToken cancellationToken) =>
        context.Invoices.Where(invoice => invoice.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(invoice => EF.Property<string>(invoice, "State"), state), cancellationToken);
}
