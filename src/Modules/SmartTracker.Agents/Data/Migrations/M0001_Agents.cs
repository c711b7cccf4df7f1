using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Agents.Data.Migrations;

[Migration(1)]
public sealed class M0001_Agents : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE agents (
                id {id} PRIMARY KEY,
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                public_id text NOT NULL CHECK (length(public_id) = 8),
                secret_hash {bytes} NOT NULL CHECK (length(secret_hash) = 32),
                enrolled_at {instant} NOT NULL,
                revoked_at {instant} NULL,
                revoked_by text NULL,
                version text NULL,
                platform text NULL,
                last_contact_at {instant} NULL,
                clock_skew_milliseconds bigint NULL,
                waiting_visits integer NULL CHECK (waiting_visits >= 0),
                waiting_bytes bigint NULL CHECK (waiting_bytes >= 0),
                oldest_visit_at {instant} NULL,
                set_aside integer NULL CHECK (set_aside >= 0),
                warning_list text NOT NULL,
                CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_agents_public_id ON agents (public_id)");

        OnBoth(
            """
            CREATE TABLE agent_enrolments (
                id {id} PRIMARY KEY,
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                public_id text NOT NULL CHECK (length(public_id) = 8),
                secret_hash {bytes} NOT NULL CHECK (length(secret_hash) = 32),
                created_at {instant} NOT NULL,
                created_by text NOT NULL,
                expires_at {instant} NOT NULL,
                ended_at {instant} NULL,
                agent_id {id} NULL UNIQUE REFERENCES agents (id),
                CHECK (agent_id IS NULL OR ended_at IS NOT NULL)
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_agent_enrolments_public_id ON agent_enrolments (public_id)");

        OnBoth(
            """
            CREATE TABLE agent_printers (
                id {id} PRIMARY KEY,
                agent_id {id} NOT NULL REFERENCES agents (id),
                printer_id {id} NOT NULL,
                assigned_at {instant} NOT NULL,
                assigned_by text NOT NULL,
                released_at {instant} NULL CHECK (released_at >= assigned_at)
            )
            """);
        // A printer has one reader: two would ask it twice and lock its administrator out twice as fast.
        OnBoth("CREATE UNIQUE INDEX ux_agent_printers_reader ON agent_printers (printer_id) WHERE released_at IS NULL");
        OnBoth("CREATE INDEX ix_agent_printers_agent_id ON agent_printers (agent_id)");

        OnBoth(
            """
            CREATE TABLE agent_visits (
                id {id} PRIMARY KEY,
                agent_id {id} NOT NULL REFERENCES agents (id),
                printer_id {id} NOT NULL,
                visited_at {instant} NOT NULL,
                received_at {instant} NOT NULL
            )
            """);
        OnBoth("CREATE INDEX ix_agent_visits_agent_id ON agent_visits (agent_id, received_at)");
        OnBoth("CREATE INDEX ix_agent_visits_printer_id ON agent_visits (printer_id, visited_at)");
    }
}
