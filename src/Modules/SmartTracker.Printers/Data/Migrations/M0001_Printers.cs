using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Data.Migrations;

[Migration(1)]
public sealed class M0001_Printers : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE printers (
                id {id} PRIMARY KEY,
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                address text NOT NULL,
                protocol text NOT NULL CHECK (protocol = lower(protocol)),
                protected_password text NULL,
                allow_legacy_tls {flag} NOT NULL,
                pinned_key text NULL CHECK (length(pinned_key) = 64),
                presented_key text NULL CHECK (length(presented_key) = 64),
                serial_number text NULL,
                presented_serial text NULL,
                device_epoch integer NOT NULL CHECK (device_epoch >= 1),
                model text NULL,
                firmware text NULL,
                stopped text NOT NULL CHECK (stopped IN ('None', 'KeyChanged', 'SerialChanged', 'RegisteredTwice', 'PasswordRefused')),
                last_problem text NULL,
                last_problem_at {instant} NULL,
                last_contact_at {instant} NULL,
                registered_at {instant} NOT NULL,
                archived_at {instant} NULL
            )
            """);

        // One device, one registration: an archived one may come back under a new name.
        OnBoth("CREATE UNIQUE INDEX ux_printers_address ON printers (address) WHERE archived_at IS NULL");
        OnBoth("CREATE UNIQUE INDEX ux_printers_serial_number ON printers (serial_number) WHERE archived_at IS NULL AND serial_number IS NOT NULL");
    }
}
