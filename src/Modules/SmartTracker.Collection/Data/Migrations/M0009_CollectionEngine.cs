using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>How long a printer was spoken to, and answers that could not be taken into the books.</summary>
[Migration(9)]
public sealed class M0009_CollectionEngine : ModuleMigration
{
    public override void Up()
    {
        OnBoth("ALTER TABLE collection_paces ADD COLUMN took_ms integer NOT NULL DEFAULT 0");

        // One line for each printer that has trouble; a good answer removes it. The collection leads to the answer in the archive.
        OnBoth(
            """
            CREATE TABLE unread_answers (
                printer_id {id} PRIMARY KEY,
                digest {bytes} NOT NULL CHECK (length(digest) = 32),
                fault text NOT NULL CHECK (fault IN ('Nonsense', 'Error', 'TooLong', 'Crash')),
                tries integer NOT NULL CHECK (tries >= 1),
                tries_in_all integer NOT NULL CHECK (tries_in_all >= tries),
                collection_id {id} NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
                since {instant} NOT NULL
            )
            """);
    }
}
