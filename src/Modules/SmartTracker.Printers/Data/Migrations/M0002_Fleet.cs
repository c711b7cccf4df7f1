using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Data.Migrations;

/// <summary>Sites and groups, SNMP, what is known of the device's certificate, clock and password, its history, and what people answered.</summary>
[Migration(2)]
public sealed class M0002_Fleet : ModuleMigration
{
    public override void Up()
    {
        Places();
        Columns();
        Trail();
    }

    private void Places()
    {
        OnBoth(
            """
            CREATE TABLE printer_sites (
                id {id} PRIMARY KEY,
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                address text NULL,
                time_zone_id text NULL
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_printer_sites_name ON printer_sites (lower(name))");
        OnBoth(
            """
            CREATE TABLE printer_groups (
                printer_id {id} NOT NULL REFERENCES printers (id) ON DELETE CASCADE,
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                PRIMARY KEY (printer_id, name)
            )
            """);
    }

    private void Columns()
    {
        OnBoth("ALTER TABLE printers ADD COLUMN site_id {id} NULL REFERENCES printer_sites (id)");
        OnBoth("ALTER TABLE printers ADD COLUMN snmp text NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN protected_snmp text NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN mac_address text NULL CHECK (length(mac_address) = 12)");
        OnBoth("ALTER TABLE printers ADD COLUMN needs_authority {flag} NOT NULL DEFAULT FALSE");
        OnBoth("ALTER TABLE printers ADD COLUMN certificate text NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN password_state text NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN firmware_since {instant} NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN clock_ahead_ms bigint NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN clock_read_at {instant} NULL");
        OnBoth("ALTER TABLE printers ADD COLUMN epoch_began_at {instant} NULL");
    }

    private void Trail()
    {
        OnBoth(
            """
            CREATE TABLE printer_events (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL REFERENCES printers (id) ON DELETE CASCADE,
                kind text NOT NULL,
                at {instant} NOT NULL,
                by_whom text NULL,
                reason text NULL,
                details text NOT NULL
            )
            """);
        OnBoth("CREATE INDEX ix_printer_events_printer_id ON printer_events (printer_id, at)");
        OnBoth(
            """
            CREATE TABLE printer_answers (
                printer_id {id} NOT NULL REFERENCES printers (id) ON DELETE CASCADE,
                question text NOT NULL CHECK (question IN ('WebProxy', 'AccountId')),
                answer text NOT NULL,
                answered_at {instant} NOT NULL,
                answered_by text NOT NULL,
                PRIMARY KEY (printer_id, question)
            )
            """);
        OnBoth(
            """
            CREATE TABLE trusted_authorities (
                id {id} PRIMARY KEY,
                pem text NOT NULL,
                fingerprint text NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
                subject text NOT NULL,
                not_after {instant} NOT NULL,
                added_at {instant} NOT NULL,
                added_by text NOT NULL
            )
            """);
    }
}
