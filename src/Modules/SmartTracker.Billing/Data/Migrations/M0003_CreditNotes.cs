using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Billing.Data.Migrations;

/// <summary>Credit notes, late and changed jobs, months closed with open questions. A document of the first form reads as before: every new column says "not used".</summary>
[Migration(3)]
public sealed class M0003_CreditNotes : ModuleMigration
{
    public override void Up()
    {
        Alter.Table("billing_issuers").AddColumn("credit_note_series").AsString(int.MaxValue).WithDefaultValue("CN-{year}-{number:0000}");

        // On SQLite a foreign key comes only with its column.
        OnBoth("ALTER TABLE billing_invoices ADD COLUMN cancels_id {id} NULL REFERENCES billing_invoices (id)");
        Alter.Table("billing_invoices")
            .AddColumn("cancels_number").AsString(100).Nullable()
            .AddColumn("cancels_issued_on").AsDate().Nullable()
            .AddColumn("cancel_reason").AsString(int.MaxValue).Nullable()
            .AddColumn("open_questions").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_because").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_by").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_at").AsDateTimeOffset().Nullable();
        Alter.Table("billing_invoice_lines")
            .AddColumn("kind").AsString(20).WithDefaultValue("Jobs")
            .AddColumn("original_period_start").AsDate().Nullable();
        Alter.Table("billing_invoice_jobs")
            .AddColumn("entry").AsInt32().WithDefaultValue(1)
            .AddColumn("earlier_micros").AsInt64().Nullable();

        Indexes();

        // One row per customer: who issues for it takes this row first, and whoever looked before sees that the books have moved on.
        Create.Table("billing_books")
            .WithColumn("customer_tenant").AsString(100).PrimaryKey()
            .WithColumn("version").AsInt64();

        CreditNoteTriggers.Sqlite.ForEach(OnSqlite);
        CreditNoteTriggers.Postgres.ForEach(OnPostgres);
    }

    private void Indexes()
    {
        // A job may be billed, given back and billed again, but each of its entries exists once.
        Delete.Index("ux_billing_invoice_jobs_revision").OnTable("billing_invoice_jobs");
        Create.Index("ux_billing_invoice_jobs_entry").OnTable("billing_invoice_jobs")
            .OnColumn("print_job_id").Ascending().OnColumn("entry").Ascending().WithOptions().Unique();

        // A month has one document that bills it and is not cancelled; an invoice is cancelled once.
        Execute.Sql("DROP INDEX ux_billing_invoices_period");
        Execute.Sql("CREATE UNIQUE INDEX ux_billing_invoices_period ON billing_invoices (customer_tenant, period_start) WHERE cancels_id IS NULL AND state <> 'credited'");
        Execute.Sql("CREATE UNIQUE INDEX ux_billing_invoices_cancels ON billing_invoices (cancels_id) WHERE cancels_id IS NOT NULL");
    }
}
