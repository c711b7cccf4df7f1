using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

[Migration(6)]
public sealed class M0006_ImportProfiles : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE print_job_import_profiles (
                id {id} PRIMARY KEY,
                name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
                definition text NOT NULL,
                sample text NULL,
                changed_at {instant} NOT NULL
            )
            """);

        // The file and the profile, where a person uploaded it; null where a program sent rows.
        OnBoth("ALTER TABLE imports ADD COLUMN source text NULL");
    }
}
