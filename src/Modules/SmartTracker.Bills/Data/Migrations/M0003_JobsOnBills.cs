using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Bills.Data.Migrations;

/// <summary>From a print job to its bill without reading every bill.</summary>
[Migration(3)]
public sealed class M0003_JobsOnBills : ModuleMigration
{
    public override void Up() => OnBoth("CREATE INDEX ix_bill_jobs_print_job_id ON bill_jobs (print_job_id)");
}
