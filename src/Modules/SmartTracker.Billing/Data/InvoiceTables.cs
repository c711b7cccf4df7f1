using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Data;

internal static class InvoiceTables
{
    public static void Head(EntityTypeBuilder<InvoiceContent> invoice)
    {
        invoice.ToTable("billing_invoices").HasKey(i => i.Id);
        invoice.Ignore(i => i.VatTotals);
        // The database's own word for a draft; triggers let a row change only until it is 'issued'.
        invoice.Property<string>("State").HasDefaultValue("draft");
        invoice.Property(i => i.Kind).HasConversion(kind => Word(kind), word => Kind(word));
        invoice.ComplexProperty(i => i.Issuer, issuer =>
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
        invoice.ComplexProperty(i => i.Recipient, recipient =>
        {
            recipient.Property(r => r.Name).HasColumnName("recipient_name");
            recipient.Property(r => r.Address).HasColumnName("recipient_address");
            recipient.Property(r => r.VatId).HasColumnName("recipient_vat_id");
        });
        invoice.HasMany(i => i.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        invoice.HasMany(i => i.Jobs).WithOne().HasForeignKey(job => job.InvoiceId);
    }

    private static string Word(DocumentKind kind) => kind == DocumentKind.CreditNote ? "credit_note" : "invoice";

    private static DocumentKind Kind(string word) => word switch
    {
        "invoice" => DocumentKind.Invoice,
        "credit_note" => DocumentKind.CreditNote,
        _ => throw new FormatException($"'{word}' is no kind of document."),
    };
}
