using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Costing.Data.Migrations;

[Migration(1)]
public sealed class M0001_CostRulesAndRatedJobs : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE cost_rules (
                id {id} NOT NULL PRIMARY KEY,
                version integer NOT NULL CHECK (version >= 1),
                printer_id {id},
                valid_from date NOT NULL,
                prices text NOT NULL,
                published_at {instant} NOT NULL,
                published_by text
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_cost_rules_tenant_version ON cost_rules (version) WHERE printer_id IS NULL");
        OnBoth("CREATE UNIQUE INDEX ux_cost_rules_printer_version ON cost_rules (printer_id, version) WHERE printer_id IS NOT NULL");

        OnBoth(
            """
            CREATE TABLE rated_jobs (
                print_job_id {id} NOT NULL,
                revision integer NOT NULL,
                is_current {flag} NOT NULL,
                accounted_at {instant} NOT NULL,
                media_area bigint,
                ink bigint,
                status text NOT NULL CHECK (status IN ('rated', 'unrated', 'notCharged')),
                rule_id {id} CONSTRAINT fk_rated_jobs_rule_id REFERENCES cost_rules (id),
                amount bigint,
                currency text NOT NULL,
                steps text,
                missing text,
                rated_at {instant} NOT NULL,
                PRIMARY KEY (print_job_id, revision),
                CHECK ((status = 'unrated') = (amount IS NULL)),
                CHECK ((status = 'unrated') = (steps IS NULL)),
                CHECK ((status = 'unrated') = (missing IS NOT NULL)),
                CHECK (status = 'unrated' OR rule_id IS NOT NULL),
                CHECK (status <> 'notCharged' OR amount = 0)
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_rated_jobs_current ON rated_jobs (print_job_id) WHERE is_current");
        OnBoth("CREATE INDEX ix_rated_jobs_accounted_at ON rated_jobs (accounted_at) WHERE is_current");
        OnBoth("CREATE INDEX ix_rated_jobs_rule_id ON rated_jobs (rule_id)");

        // A job that was rated keeps the very prices it was rated with.
        OnSqlite(
            """
            CREATE TRIGGER cost_rules_never_change BEFORE UPDATE ON cost_rules
            BEGIN SELECT RAISE(ABORT, 'A published cost rule never changes; publish the next version.'); END
            """);
        OnSqlite(
            """
            CREATE TRIGGER cost_rules_never_go BEFORE DELETE ON cost_rules
            BEGIN SELECT RAISE(ABORT, 'A published cost rule is never deleted; publish the next version.'); END
            """);
        OnPostgres(
            """
            CREATE FUNCTION refuse_cost_rule_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'A published cost rule never changes and is never deleted; publish the next version.'; END $$
            """);
        OnPostgres("CREATE TRIGGER cost_rules_never_change BEFORE UPDATE OR DELETE ON cost_rules FOR EACH ROW EXECUTE FUNCTION refuse_cost_rule_change()");
    }
}
