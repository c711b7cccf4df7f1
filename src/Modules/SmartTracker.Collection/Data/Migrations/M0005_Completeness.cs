using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>When each printer is read next, what a person decided about a stretch that may have been missed, and meters that are read again and again.</summary>
[Migration(5)]
public sealed class M0005_Completeness : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE gap_decisions (
                coverage_interval_id {id} PRIMARY KEY REFERENCES coverage_intervals (id),
                decision text NOT NULL CHECK (decision IN ('NothingMissing', 'Entered', 'Waived', 'ProvedByMeters')),
                reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
                decided_by text NULL,
                decided_at {instant} NOT NULL,
                CHECK ((decision = 'ProvedByMeters') = (decided_by IS NULL))
            )
            """);

        OnBoth(
            """
            CREATE TABLE collection_paces (
                printer_id {id} PRIMARY KEY,
                due_at {instant} NOT NULL,
                read_at {instant} NULL,
                failures integer NOT NULL CHECK (failures >= 0)
            )
            """);

        // Null: an answer to the question for jobs.
        OnBoth("ALTER TABLE raw_answers ADD COLUMN state_protocol text NULL");

        // Until now no reader gave meters, so the table is empty everywhere.
        OnBoth("DROP TABLE meter_reads");
        OnBoth(
            """
            CREATE TABLE meter_reads (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                printer_serial text NOT NULL,
                device_epoch integer NOT NULL CHECK (device_epoch >= 1),
                meter text NOT NULL CHECK (length(meter) BETWEEN 1 AND 100),
                kind text NOT NULL CHECK (kind IN ('Other', 'Impressions', 'MediaSheets', 'MediaLength', 'MediaArea', 'Ink', 'PowerOnTime')),
                value bigint NOT NULL CHECK (value >= 0),
                raw_value text NOT NULL,
                raw_unit text NOT NULL,
                maximum bigint NULL,
                first_read_at {instant} NOT NULL,
                last_read_at {instant} NOT NULL,
                entered_by text NULL,
                CHECK (last_read_at >= first_read_at),
                UNIQUE (printer_id, printer_serial, device_epoch, meter, first_read_at)
            )
            """);
    }
}
