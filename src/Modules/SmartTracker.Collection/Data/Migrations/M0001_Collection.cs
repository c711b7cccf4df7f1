using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

[Migration(1)]
public sealed class M0001_Collection : ModuleMigration
{
    public override void Up()
    {
        CreateHistory();
        CreateJobs();
        CreateCompleteness();
    }

    private void CreateHistory()
    {
        OnBoth(
            """
            CREATE TABLE collections (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                started_at {instant} NOT NULL,
                ended_at {instant} NULL,
                result text NOT NULL CHECK (result IN ('Running', 'Complete', 'Partial', 'Failed', 'Interrupted')),
                problem text NULL,
                new_jobs integer NOT NULL CHECK (new_jobs >= 0),
                changed_jobs integer NOT NULL CHECK (changed_jobs >= 0),
                unchanged_jobs integer NOT NULL CHECK (unchanged_jobs >= 0),
                remarks text NULL,
                CHECK ((ended_at IS NULL) = (result = 'Running')),
                CHECK (ended_at >= started_at)
            )
            """);
        // Two collections from one printer at the same time would ask it twice and race for its jobs.
        OnBoth("CREATE UNIQUE INDEX ux_collections_running ON collections (printer_id) WHERE ended_at IS NULL");
        OnBoth("CREATE INDEX ix_collections_started_at ON collections (started_at)");
        OnBoth("CREATE INDEX ix_collections_printer_id ON collections (printer_id, started_at)");

        OnBoth(
            """
            CREATE TABLE raw_answers (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                collection_id {id} NOT NULL REFERENCES collections (id),
                position integer NOT NULL,
                url text NOT NULL,
                received_at {instant} NOT NULL,
                status integer NOT NULL,
                content_type text NULL,
                is_whole {flag} NOT NULL,
                length bigint NOT NULL CHECK (length >= 0),
                sha256 {bytes} NOT NULL CHECK (length(sha256) = 32),
                content {bytes} NOT NULL,
                UNIQUE (collection_id, position)
            )
            """);
    }

    private void CreateJobs()
    {
        OnBoth(
            """
            CREATE TABLE print_jobs (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                printer_serial text NOT NULL CHECK (printer_serial <> ''),
                device_epoch integer NOT NULL CHECK (device_epoch >= 1),
                device_job_id text NOT NULL CHECK (device_job_id <> ''),
                revision integer NOT NULL CHECK (revision >= 1),
                kind text NOT NULL CHECK (kind IN ('Print', 'Copy', 'Scan', 'Internal')),
                status text NOT NULL CHECK (status IN ('Pending', 'Completed', 'Cancelled', 'Failed')),
                user_name text NULL,
                job_name text NULL,
                submitted_at {instant} NULL,
                completed_at {instant} NULL,
                accounted_at {instant} NOT NULL,
                pages_per_copy integer NULL CHECK (pages_per_copy >= 0),
                copies_printed integer NULL CHECK (copies_printed >= 0),
                impressions integer NULL CHECK (impressions >= 0),
                media_type text NULL,
                media_width_um bigint NULL CHECK (media_width_um >= 0),
                page_area_mm2 bigint NULL CHECK (page_area_mm2 >= 0),
                media_area_mm2 bigint NULL CHECK (media_area_mm2 >= 0),
                ink_nl bigint NULL CHECK (ink_nl >= 0),
                ink_by_channel text NULL,
                figures text NOT NULL,
                first_seen_at {instant} NOT NULL,
                last_changed_at {instant} NOT NULL,
                CHECK ((ink_nl IS NULL) = (ink_by_channel IS NULL)),
                UNIQUE (printer_serial, device_epoch, device_job_id)
            )
            """);
        OnBoth("CREATE INDEX ix_print_jobs_accounted_at ON print_jobs (accounted_at, id)");
        OnBoth("CREATE INDEX ix_print_jobs_printer_id ON print_jobs (printer_id, accounted_at)");

        OnBoth(
            """
            CREATE TABLE print_job_sightings (
                print_job_id {id} NOT NULL REFERENCES print_jobs (id),
                queue_id text NOT NULL,
                modification bigint NOT NULL,
                content_hash text NOT NULL CHECK (length(content_hash) = 64),
                observed_at {instant} NOT NULL,
                collection_id {id} NOT NULL REFERENCES collections (id),
                figures text NOT NULL,
                PRIMARY KEY (print_job_id, queue_id, modification, content_hash)
            )
            """);
    }

    private void CreateCompleteness()
    {
        OnBoth(
            """
            CREATE TABLE coverage_intervals (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                position integer NOT NULL CHECK (position >= 1),
                queue_id text NOT NULL,
                from_modification bigint NOT NULL,
                to_modification bigint NULL,
                from_at {instant} NOT NULL,
                to_at {instant} NOT NULL,
                is_gap {flag} NOT NULL,
                CHECK (to_at >= from_at),
                CHECK (to_modification >= from_modification),
                UNIQUE (printer_id, position)
            )
            """);
        OnBoth(
            """
            CREATE TABLE collection_marks (
                printer_id {id} NOT NULL,
                queue_id text NOT NULL,
                modification bigint NULL,
                cursor text NOT NULL,
                advanced_at {instant} NOT NULL,
                PRIMARY KEY (printer_id, queue_id)
            )
            """);

        // Life counters to compare with the sum of the jobs.
        OnBoth(
            """
            CREATE TABLE meter_reads (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                printer_serial text NOT NULL,
                device_epoch integer NOT NULL CHECK (device_epoch >= 1),
                collection_id {id} NOT NULL REFERENCES collections (id),
                meter text NOT NULL,
                unit text NOT NULL,
                value bigint NOT NULL CHECK (value >= 0),
                raw_value text NOT NULL,
                read_at {instant} NOT NULL,
                UNIQUE (printer_serial, device_epoch, meter, read_at)
            )
            """);
    }
}
