using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Data;

public sealed class BillingDbContext(DbContextOptions<BillingDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<IssuerSettings> Issuers => Set<IssuerSettings>();

    public DbSet<BillingCustomer> Customers => Set<BillingCustomer>();

    public DbSet<InvoiceContent> Invoices => Set<InvoiceContent>();

    public DbSet<InvoiceLine> Lines => Set<InvoiceLine>();

    public DbSet<BilledJob> Jobs => Set<BilledJob>();

    public DbSet<InvoiceSeal> Seals => Set<InvoiceSeal>();

    public DbSet<NumberSeriesState> Series => Set<NumberSeriesState>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<InvoiceId>().Id<PrintJobId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<IssuerSettings>().ToTable("billing_issuers").HasKey(issuer => issuer.Id);
        model.Entity<BillingCustomer>(customer =>
        {
            customer.ToTable("billing_customers").HasKey(c => c.Tenant);
            customer.HasMany(c => c.RateCards).WithOne().HasForeignKey(card => card.Tenant);
        });
        model.Entity<CustomerRateCard>().ToTable("billing_rate_cards").HasKey(card => new { card.Tenant, card.ValidFrom });
        model.Entity<InvoiceContent>(InvoiceTables.Head);
        model.Entity<InvoiceLine>(line =>
        {
            line.ToTable("billing_invoice_lines").HasKey(l => new { l.InvoiceId, l.Position });
            line.Property(l => l.Kind).HasConversion<string>();
        });
        model.Entity<BilledJob>(job =>
        {
            job.ToTable("billing_invoice_jobs").HasKey(j => new { j.InvoiceId, j.PrintJobId });
            job.Property(j => j.Kind).HasConversion<string>();
            job.Property(j => j.Status).HasConversion<string>();
        });
        model.Entity<InvoiceSeal>(seal =>
        {
            seal.ToTable("billing_invoice_seals").HasKey(s => s.InvoiceId);
            seal.HasOne<InvoiceContent>().WithOne().HasForeignKey<InvoiceSeal>(s => s.InvoiceId);
        });
        model.Entity<NumberSeriesState>().ToTable("billing_number_series").HasKey(series => new { series.Series, series.Year });
        model.Entity<OutboxEntry>(entry =>
        {
            entry.ToTable("billing_outbox").HasKey(e => e.InvoiceId);
            entry.HasOne<InvoiceContent>().WithOne().HasForeignKey<OutboxEntry>(e => e.InvoiceId);
        });
    }
}
