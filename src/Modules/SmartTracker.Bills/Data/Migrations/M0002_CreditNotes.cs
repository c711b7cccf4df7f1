using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Bills.Data.Migrations;

/// <summary>Credit notes, late and changed jobs, months closed with open questions. A bill received before reads as it was: every new column says "not used".</summary>
[Migration(2)]
public sealed class M0002_CreditNotes : ModuleMigration
{
    public override void Up()
    {
        // No foreign key: a credit note may arrive before the bill that it cancels.
        Alter.Table("bills")
            .AddColumn("kind").AsString(20).WithDefaultValue("Invoice")
            .AddColumn("cancels_id").AsGuid().Nullable()
            .AddColumn("cancels_number").AsString(100).Nullable()
            .AddColumn("cancels_issued_on").AsDate().Nullable()
            .AddColumn("cancel_reason").AsString(int.MaxValue).Nullable()
            .AddColumn("open_questions").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_because").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_by").AsString(int.MaxValue).Nullable()
            .AddColumn("closed_anyway_at").AsDateTimeOffset().Nullable();
        Alter.Table("bill_lines")
            .AddColumn("kind").AsString(20).WithDefaultValue("Jobs")
            .AddColumn("original_period_start").AsDate().Nullable();
        Alter.Table("bill_jobs")
            .AddColumn("entry").AsInt32().WithDefaultValue(1)
            .AddColumn("earlier_micros").AsInt64().Nullable();

        Create.Index("ix_bills_cancels").OnTable("bills").OnColumn("cancels_id").Ascending();
        Create.Index("ix_bill_jobs_job").OnTable("bill_jobs").OnColumn("print_job_id").Ascending().OnColumn("entry").Ascending();
    }
}
