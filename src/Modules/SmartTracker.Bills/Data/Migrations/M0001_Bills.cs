using System.Data;
using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Bills.Data.Migrations;

[Migration(1)]
public sealed class M0001_Bills : ModuleMigration
{
    public override void Up()
    {
        Bills();
        Lines();
        Jobs();
        Files();
        BillTriggers.Sqlite.ForEach(OnSqlite);
        BillTriggers.Postgres.ForEach(OnPostgres);
    }

    private void Bills()
    {
        Create.Table("bills")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("number").AsString(100)
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
            .WithColumn("state").AsString(20).WithDefaultValue("receiving");
    }

    private void Lines()
    {
        Create.Table("bill_lines")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_bill_lines_bill", "bills", "id").OnDelete(Rule.None)
            .WithColumn("position").AsInt32().PrimaryKey()
            .WithColumn("charge_key").AsString(int.MaxValue)
            .WithColumn("printer_name").AsString(int.MaxValue)
            .WithColumn("media_type").AsString(int.MaxValue).Nullable()
            .WithColumn("job_count").AsInt32()
            .WithColumn("currency").AsString(3)
            .WithColumn("vat_basis_points").AsInt32()
            .WithColumn("exact_micros").AsInt64()
            .WithColumn("net_micros").AsInt64();
        Create.Index("ux_bill_lines_charge").OnTable("bill_lines")
            .OnColumn("invoice_id").Ascending().OnColumn("charge_key").Ascending().WithOptions().Unique();
    }

    private void Jobs()
    {
        Create.Table("bill_jobs")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_bill_jobs_bill", "bills", "id").OnDelete(Rule.None)
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
    }

    private void Files() =>
        Create.Table("bill_files")
            .WithColumn("invoice_id").AsGuid().PrimaryKey().ForeignKey("fk_bill_files_bill", "bills", "id").OnDelete(Rule.None)
            .WithColumn("received_at").AsDateTimeOffset()
            .WithColumn("content_hash").AsString(64)
            .WithColumn("pdf_hash").AsString(64)
            .WithColumn("pdf").AsBinary(int.MaxValue);
}
