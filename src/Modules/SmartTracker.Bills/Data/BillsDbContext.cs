using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Bills.Data;

public sealed class BillsDbContext(DbContextOptions<BillsDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<InvoiceContent> Bills => Set<InvoiceContent>();

    public DbSet<BilledJob> Jobs => Set<BilledJob>();

    public DbSet<BillFile> Files => Set<BillFile>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<InvoiceId>().Id<PrintJobId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<InvoiceContent>(Bill);
        model.Entity<InvoiceLine>(line =>
        {
            line.ToTable("bill_lines").HasKey(l => new { l.InvoiceId, l.Position });
            line.Property(l => l.Kind).HasConversion<string>();
        });
        model.Entity<BilledJob>(job =>
        {
            job.ToTable("bill_jobs").HasKey(j => new { j.InvoiceId, j.PrintJobId });
            job.Property(j => j.Kind).HasConversion<string>();
            job.Property(j => j.Status).HasConversion<string>();
        });
        model.Entity<BillFile>(file =>
        {
            file.ToTable("bill_files").HasKey(f => f.InvoiceId);
            file.HasOne<InvoiceContent>().WithOne().HasForeignKey<BillFile>(f => f.InvoiceId);
        });
    }

    private static void Bill(EntityTypeBuilder<InvoiceContent> bill)
    {
        bill.ToTable("bills").HasKey(b => b.Id);
        bill.Ignore(b => b.VatTotals);
        bill.Property(b => b.Kind).HasConversion<string>();
        // Triggers let a row change only until it is 'received'.
        bill.Property<string>("State").HasDefaultValue("receiving");
        bill.ComplexProperty(b => b.Issuer, issuer =>
        {
            issuer.Property(i => i.Name).HasColumnName("issuer_name");
            issuer.Property(i => i.Address).HasColumnName("issuer_address");
            issuer.Property(i => i.VatId).HasColumnName("issuer_vat_id");
            issuer.Property(i => i.TaxNumber).HasColumnName("issuer_tax_number");
            issuer.Property(i => i.Email).HasColumnName("issuer_email");
            issuer.Property(i => i.BankName).HasColumnName("issuer_bank_name");
            issuer.Property(i => i.Iban).HasColumnName("issuer_iban");
            issuer.Property(i => i.Bic).HasColumnName("issuer_bic");
        });
        bill.ComplexProperty(b => b.Recipient, recipient =>
        {
            recipient.Property(r => r.Name).HasColumnName("recipient_name");
            recipient.Property(r => r.Address).HasColumnName("recipient_address");
            recipient.Property(r => r.VatId).HasColumnName("recipient_vat_id");
        });
        bill.HasMany(b => b.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        bill.HasMany(b => b.Jobs).WithOne().HasForeignKey(job => job.InvoiceId);
    }
}
