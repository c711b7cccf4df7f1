using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>What is kept of names, with which key, and who decided so when.</summary>
[Migration(8)]
public sealed class M0008_NamePrivacy : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE name_privacy (
                id integer PRIMARY KEY CHECK (id = 1),
                user_names text NOT NULL CHECK (user_names IN ('Collect', 'Pseudonymise', 'Drop')),
                job_names text NOT NULL CHECK (job_names IN ('Collect', 'Pseudonymise', 'Drop')),
                protected_key {bytes} NULL,
                key_made_at {instant} NULL,
                CHECK ((protected_key IS NULL) = (key_made_at IS NULL)),
                CHECK (protected_key IS NOT NULL OR (user_names <> 'Pseudonymise' AND job_names <> 'Pseudonymise'))
            )
            """);
        OnBoth("INSERT INTO name_privacy (id, user_names, job_names) VALUES (1, 'Collect', 'Collect')");
        OnBoth(
            """
            CREATE TABLE name_privacy_events (
                id {id} PRIMARY KEY,
                happened_at {instant} NOT NULL,
                done_by text NOT NULL,
                kind text NOT NULL CHECK (kind IN ('Changed', 'KeyMade', 'KeyReplaced', 'KeyDestroyed', 'LookedUp')),
                user_names text NOT NULL,
                job_names text NOT NULL
            )
            """);
        OnBoth("CREATE INDEX ix_name_privacy_events_happened_at ON name_privacy_events (happened_at)");
    }
}
