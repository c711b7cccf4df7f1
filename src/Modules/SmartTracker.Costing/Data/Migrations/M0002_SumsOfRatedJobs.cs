using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Costing.Data.Migrations;

/// <summary>Holds all that the totals of a period need, so that they never read the wide rows with their price steps.</summary>
[Migration(2)]
public sealed class M0002_SumsOfRatedJobs : ModuleMigration
{
    public override void Up()
    {
        OnBoth("CREATE INDEX ix_rated_jobs_sums ON rated_jobs (accounted_at, status, amount, media_area, ink) WHERE is_current");
        OnBoth("CREATE INDEX ix_rated_jobs_price ON rated_jobs (print_job_id, amount, currency) WHERE is_current");
        // Both of its columns lead the first of the new ones.
        OnBoth("DROP INDEX ix_rated_jobs_accounted_at");
    }
}
