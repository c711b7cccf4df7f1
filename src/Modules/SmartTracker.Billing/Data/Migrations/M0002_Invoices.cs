using System.Data;
using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Billing.Data.Migrations;

[Migration(2)]
public sealed class M0002_Invoices : ModuleMigration
{
    public override void Up()
    {
        Invoices();
        Lines();
        Jobs();
        Seals();
        Outbox();
        ImmutabilityTriggers.Sqlite.ForEach(OnSqlite);
        ImmutabilityTriggers.Postgres.ForEach(OnPostgres);
    }

    private void Invoices()
    {
        Create.Table("billing_invoices")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("number").AsString(100).Unique("ux_billing_invoices_number")
            .WithColumn("series").AsString(100)
            .WithColumn("series_year").AsInt32()
            .WithColumn("sequence").AsInt64()
            .WithColumn("customer_tenant").AsString(100)
            .WithColumn("period_start").AsDate()
            .WithColumn("time_zone").AsString(100)
            .WithColumn("issued_on").AsDate()
            .WithColumn("due_on").AsDate()
            .WithColumn("language").AsString(2)
            .WithColumn("currency").AsString(3)
            .WithColumn("issuer_name").AsString(int.MaxValue)
            .WithColumn("issuer_address").AsString(int.MaxValue)
            .WithColumn("issuer_vat_id").AsString(int.MaxValue)
            .WithColumn("issuer_tax_number").AsString(int.MaxValue)
            .WithColumn("issuer_email").AsString(int.MaxValue)
            .WithColumn("issuer_bank_name").AsString(int.MaxValue)
            .WithColumn("issuer_iban").AsString(int.MaxValue)
            .WithColumn("issuer_bic").AsString(int.MaxValue)
            .WithColumn("recipient_name").AsString(int.MaxValue)
            .WithColumn("recipient_address").AsString(int.MaxValue)
            .WithColumn("recipient_vat_id").AsString(int.MaxValue)
            .WithColumn("net_micros").AsInt64()
            .WithColumn("tax_micros").AsInt64()
            .WithColumn("gross_micros").AsInt64()
            .WithColumn("kind").AsString(20).WithDefaultValue("invoice")
            .WithColumn("state").AsString(20).WithDefaultValue("draft");

        Create.Index("ux_billing_invoices_sequence").OnTable("billing_invoices")
            .OnColumn("series").Ascending().OnColumn("series_year").Ascending().OnColumn("sequence").Ascending().WithOptions().Unique();
        // One invoice per customer and month; credit notes may follow.
        Execute.Sql("CREATE UNIQUE INDEX ux_billing_invoices_period ON billing_invoices (customer_tenant, period_start) WHERE kind = 'invoice'");
    }

    private void Lines()
    {
        Create.Table("billing_invoice_lines")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_billing_invoice_lines_invoice", "billing_invoices", "id").OnDelete(Rule.None)
            .WithColumn("position").AsInt32().PrimaryKey()
            .WithColumn("charge_key").AsString(int.MaxValue)
            .WithColumn("printer_name").AsString(int.MaxValue)
            .WithColumn("media_type").AsString(int.MaxValue).Nullable()
            .WithColumn("job_count").AsInt32()
            .WithColumn("currency").AsString(3)
            .WithColumn("vat_basis_points").AsInt32()
            .WithColumn("exact_micros").AsInt64()
            .WithColumn("net_micros").AsInt64();
        Create.Index("ux_billing_invoice_lines_charge").OnTable("billing_invoice_lines")
            .OnColumn("invoice_id").Ascending().OnColumn("charge_key").Ascending().WithOptions().Unique();
    }

    private void Jobs()
    {
        Create.Table("billing_invoice_jobs")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_billing_invoice_jobs_invoice", "billing_invoices", "id").OnDelete(Rule.None)
            .WithColumn("print_job_id").AsGuid().PrimaryKey()
            .WithColumn("revision").AsInt32()
            .WithColumn("position").AsInt32()
            .WithColumn("printed_at").AsDateTimeOffset()
            .WithColumn("printer_name").AsString(int.MaxValue)
            .WithColumn("printer_serial").AsString(int.MaxValue)
            .WithColumn("device_job_id").AsString(int.MaxValue)
            .WithColumn("kind").AsString(20)
            .WithColumn("status").AsString(20)
            .WithColumn("user_name").AsString(int.MaxValue).Nullable()
            .WithColumn("job_name").AsString(int.MaxValue).Nullable()
            .WithColumn("media_type").AsString(int.MaxValue).Nullable()
            .WithColumn("impressions").AsInt32().Nullable()
            .WithColumn("page_area_mm2").AsInt64().Nullable()
            .WithColumn("media_area_mm2").AsInt64().Nullable()
            .WithColumn("ink_nl").AsInt64().Nullable()
            .WithColumn("rate_card").AsString(int.MaxValue)
            .WithColumn("currency").AsString(3)
            .WithColumn("amount_micros").AsInt64()
            .WithColumn("steps").AsString(int.MaxValue);
        // A job's revision is billed once, over all invoices.
        Create.Index("ux_billing_invoice_jobs_revision").OnTable("billing_invoice_jobs")
            .OnColumn("print_job_id").Ascending().OnColumn("revision").Ascending().WithOptions().Unique();
    }

    private void Seals() =>
        Create.Table("billing_invoice_seals")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_billing_invoice_seals_invoice", "billing_invoices", "id").OnDelete(Rule.None)
            .WithColumn("content_hash").AsString(64)
            .WithColumn("pdf_hash").AsString(64)
            .WithColumn("pdf").AsBinary(int.MaxValue);

    private void Outbox()
    {
        Create.Table("billing_outbox")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_billing_outbox_invoice", "billing_invoices", "id").OnDelete(Rule.None)
            .WithColumn("customer_tenant").AsString(100)
            .WithColumn("created_at").AsDateTimeOffset()
            .WithColumn("next_attempt_at").AsDateTimeOffset()
            .WithColumn("attempts").AsInt32()
            .WithColumn("last_error").AsString(int.MaxValue).Nullable()
            .WithColumn("delivered_at").AsDateTimeOffset().Nullable();
        Create.Index("ix_billing_outbox_due").OnTable("billing_outbox")
            .OnColumn("delivered_at").Ascending().OnColumn("next_attempt_at").Ascending();
    }
}
