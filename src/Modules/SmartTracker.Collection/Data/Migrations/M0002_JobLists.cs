using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>What users choose to see of jobs, and indexes that keep lists and sums fast with a million jobs.</summary>
[Migration(2)]
public sealed class M0002_JobLists : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE print_job_columns (
                user_id text PRIMARY KEY CHECK (user_id <> ''),
                columns text NOT NULL,
                changed_at {instant} NOT NULL
            )
            """);
        OnBoth(
            """
            CREATE TABLE print_job_views (
                id {id} PRIMARY KEY,
                user_id text NOT NULL CHECK (user_id <> ''),
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                query text NOT NULL,
                created_at {instant} NOT NULL,
                UNIQUE (user_id, name)
            )
            """);

        // Holds all that the sums below a list need, so that they never read the wide rows.
        OnBoth(
            """
            CREATE INDEX ix_print_jobs_sums ON print_jobs
                (accounted_at, status, printer_id, impressions, copies_printed, page_area_mm2, media_area_mm2, ink_nl)
            """);
        OnBoth("CREATE INDEX ix_print_jobs_user_name ON print_jobs (user_name, accounted_at)");
        OnBoth("CREATE INDEX ix_print_jobs_media_type ON print_jobs (media_type, accounted_at)");
    }
}
