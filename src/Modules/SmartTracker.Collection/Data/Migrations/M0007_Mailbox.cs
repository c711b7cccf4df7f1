using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>The mailbox to which printers send their accounting files, by which profile a message is read, and which messages were read.</summary>
[Migration(7)]
public sealed class M0007_Mailbox : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE import_mailbox (
                id integer PRIMARY KEY CHECK (id = 1),
                is_enabled {flag} NOT NULL,
                host text NOT NULL,
                port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
                starts_plain {flag} NOT NULL,
                user_name text NOT NULL,
                protected_password text NULL,
                pinned_key text NULL,
                folder text NOT NULL,
                read_at {instant} NULL,
                problem text NULL
            )
            """);
        OnBoth(
            """
            CREATE TABLE import_mailbox_rules (
                id {id} PRIMARY KEY,
                sender text NOT NULL,
                subject text NOT NULL,
                profile_id {id} NOT NULL REFERENCES print_job_import_profiles (id) ON DELETE CASCADE,
                printer_id {id} NULL,
                CHECK (sender <> '' OR subject <> '')
            )
            """);
        // One line for each message that was looked at; the database lets it be one.
        OnBoth(
            """
            CREATE TABLE import_messages (
                id {id} PRIMARY KEY,
                folder text NOT NULL,
                validity bigint NOT NULL,
                uid bigint NOT NULL,
                message_id text NULL,
                sender text NOT NULL,
                subject text NOT NULL,
                read_at {instant} NOT NULL,
                outcome text NOT NULL CHECK (outcome IN ('Imported', 'SetAside', 'Again', 'Failed')),
                detail text NULL,
                import_id {id} NULL REFERENCES imports (id),
                UNIQUE (folder, validity, uid)
            )
            """);
        OnBoth("CREATE INDEX ix_import_messages_message_id ON import_messages (message_id)");
    }
}
