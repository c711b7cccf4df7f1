using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>Which source brought a job, and jobs that a second source lists under another id.</summary>
[Migration(10)]
public sealed class M0010_SecondListings : ModuleMigration
{
    // What told the job lists apart before there were sources.
    private const string SourceOfQueue =
        "CASE WHEN queue_id = 'import' THEN 'import' WHEN queue_id = 'accounting' THEN 'ews' WHEN queue_id LIKE 'jobs%' THEN 'ipp' ELSE 'piws' END";

    public override void Up()
    {
        OnBoth("ALTER TABLE collection_marks ADD COLUMN source text NULL");
        OnBoth($"UPDATE collection_marks SET source = {SourceOfQueue}");

        // Null: not known.
        OnBoth("ALTER TABLE print_jobs ADD COLUMN source text NULL");
        OnBoth("UPDATE print_jobs SET source = 'import' WHERE import_id IS NOT NULL");
        OnBoth(
            $"""
            UPDATE print_jobs SET source = (
                SELECT {SourceOfQueue} FROM print_job_sightings AS sightings
                WHERE sightings.print_job_id = print_jobs.id ORDER BY sightings.observed_at, sightings.queue_id LIMIT 1)
            WHERE import_id IS NULL
            """);

        // One row for each device, separated by commas: whoever stores jobs of it locks it, so that two sources never look at the same time.
        OnBoth("CREATE TABLE print_job_sources (printer_serial text PRIMARY KEY, sources text NOT NULL)");
        OnPostgres("INSERT INTO print_job_sources SELECT printer_serial, string_agg(DISTINCT source, ',') FROM print_jobs WHERE source IS NOT NULL GROUP BY printer_serial");
        OnSqlite("INSERT INTO print_job_sources SELECT printer_serial, group_concat(DISTINCT source) FROM print_jobs WHERE source IS NOT NULL GROUP BY printer_serial");

        OnBoth(
            """
            CREATE TABLE second_listings (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                printer_serial text NOT NULL,
                device_epoch integer NOT NULL,
                device_job_id text NOT NULL,
                source text NOT NULL,
                state text NOT NULL CHECK (state IN ('Asked', 'Same', 'Own', 'NotCounted')),
                print_job_id {id} NULL REFERENCES print_jobs (id),
                ended_at {instant} NOT NULL,
                queue_id text NOT NULL,
                modification bigint NOT NULL,
                observed_at {instant} NOT NULL,
                collection_id {id} NULL REFERENCES collections (id),
                import_id {id} NULL REFERENCES imports (id),
                figures text NOT NULL,
                reason text NULL CHECK (length(reason) BETWEEN 1 AND 500),
                decided_by text NULL,
                decided_at {instant} NULL,
                CHECK ((state IN ('Same', 'Own')) = (print_job_id IS NOT NULL)),
                CHECK ((decided_by IS NULL) = (reason IS NULL)),
                CHECK ((collection_id IS NULL) <> (import_id IS NULL)),
                UNIQUE (printer_serial, device_epoch, device_job_id)
            )
            """);
        // A printer lists a job once. Files may tell of it again and again, each time in other words.
        OnBoth("CREATE UNIQUE INDEX ux_second_listings_same ON second_listings (print_job_id, source) WHERE state = 'Same' AND source <> 'import'");
        OnBoth("CREATE INDEX ix_second_listings_asked ON second_listings (ended_at) WHERE state = 'Asked'");
    }
}
