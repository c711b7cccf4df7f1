using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Data.Migrations;

/// <summary>What each printer is and holds now, and how its supplies went down.</summary>
[Migration(3)]
public sealed class M0003_States : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE printer_states (
                printer_id {id} PRIMARY KEY REFERENCES printers (id) ON DELETE CASCADE,
                observed_at {instant} NOT NULL,
                state text NOT NULL
            )
            """);
        OnBoth(
            """
            CREATE TABLE consumable_levels (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL REFERENCES printers (id) ON DELETE CASCADE,
                slot text NOT NULL CHECK (slot <> ''),
                serial_number text NULL,
                permille integer NOT NULL CHECK (permille BETWEEN 0 AND 1000),
                first_read_at {instant} NOT NULL,
                last_read_at {instant} NOT NULL,
                CHECK (last_read_at >= first_read_at),
                UNIQUE (printer_id, slot, first_read_at)
            )
            """);
    }
}
