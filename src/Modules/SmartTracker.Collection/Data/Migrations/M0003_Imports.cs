using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

[Migration(3)]
public sealed class M0003_Imports : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE imports (
                id {id} PRIMARY KEY,
                started_at {instant} NOT NULL,
                started_by text NOT NULL,
                format text NOT NULL CHECK (format IN ('Ndjson', 'Csv')),
                ended_at {instant} NULL,
                problem text NULL,
                accepted bigint NOT NULL CHECK (accepted >= 0),
                duplicates bigint NOT NULL CHECK (duplicates >= 0),
                rejected bigint NOT NULL CHECK (rejected >= 0)
            )
            """);

        // A job that one import alone has seen is its own sighting: a million rows are not written twice.
        OnBoth("ALTER TABLE print_jobs ADD COLUMN import_id {id} NULL REFERENCES imports (id)");
        SightingsOfImports();
        HighestJobIds();
    }

    private void SightingsOfImports()
    {
        OnPostgres("ALTER TABLE print_job_sightings ALTER COLUMN collection_id DROP NOT NULL");
        OnPostgres("ALTER TABLE print_job_sightings ADD COLUMN import_id uuid NULL REFERENCES imports (id)");
        OnPostgres("ALTER TABLE print_job_sightings ADD CHECK ((collection_id IS NULL) <> (import_id IS NULL))");

        // SQLite cannot loosen a column; nothing refers to this table.
        OnSqlite(
            """
            CREATE TABLE print_job_sightings_next (
                print_job_id blob NOT NULL REFERENCES print_jobs (id),
                queue_id text NOT NULL,
                modification bigint NOT NULL,
                content_hash text NOT NULL CHECK (length(content_hash) = 64),
                observed_at integer NOT NULL,
                collection_id blob NULL REFERENCES collections (id),
                figures text NOT NULL,
                import_id blob NULL REFERENCES imports (id),
                PRIMARY KEY (print_job_id, queue_id, modification, content_hash),
                CHECK ((collection_id IS NULL) <> (import_id IS NULL))
            )
            """);
        OnSqlite(
            """
            INSERT INTO print_job_sightings_next
            SELECT print_job_id, queue_id, modification, content_hash, observed_at, collection_id, figures, NULL FROM print_job_sightings
            """);
        OnSqlite("DROP TABLE print_job_sightings");
        OnSqlite("ALTER TABLE print_job_sightings_next RENAME TO print_job_sightings");
    }

    private void HighestJobIds()
    {
        // Above it no job of the device is stored, so that new ones need not be looked up; -1 where no id is a number.
        OnBoth(
            """
            CREATE TABLE highest_job_ids (
                printer_serial text NOT NULL,
                device_epoch integer NOT NULL,
                highest bigint NOT NULL,
                PRIMARY KEY (printer_serial, device_epoch)
            )
            """);
        OnPostgres(
            """
            INSERT INTO highest_job_ids
            SELECT printer_serial, device_epoch, coalesce(max(CASE WHEN device_job_id ~ '^[0-9]+$' AND length(device_job_id) <= 18 THEN device_job_id::bigint END), -1)
            FROM print_jobs GROUP BY printer_serial, device_epoch
            """);
        OnSqlite(
            """
            INSERT INTO highest_job_ids
            SELECT printer_serial, device_epoch,
                coalesce(max(CASE WHEN device_job_id NOT GLOB '*[^0-9]*' AND length(device_job_id) <= 18 THEN CAST(device_job_id AS integer) END), -1)
            FROM print_jobs GROUP BY printer_serial, device_epoch
            """);
    }
}
