namespace SmartTracker.Bills.Data.Migrations;

/// <summary>What keeps a received bill as it is, whoever writes to the database. A shipped trigger never changes here; a later migration replaces it.</summary>
internal static class BillTriggers
{
    private const string Refusal = "A received bill never changes.";

    private static readonly string[] Parts = ["bill_lines", "bill_jobs", "bill_files"];

    // INSERT OR REPLACE deletes the row in its way without asking its delete trigger.
    public static List<string> Sqlite { get; } =
    [
        Abort("bills_insert_receiving", "BEFORE INSERT ON bills WHEN NEW.state <> 'receiving' OR EXISTS (SELECT 1 FROM bills b WHERE b.id = NEW.id AND b.state = 'received')"),
        Abort("bills_no_update", "BEFORE UPDATE ON bills WHEN OLD.state = 'received'"),
        Abort("bills_no_delete", "BEFORE DELETE ON bills WHEN OLD.state = 'received'"),
        .. Parts.SelectMany(table => new[]
        {
            Abort($"{table}_no_insert", $"BEFORE INSERT ON {table} WHEN {IsReceived("NEW")}"),
            Abort($"{table}_no_update", $"BEFORE UPDATE ON {table} WHEN {IsReceived("OLD")} OR {IsReceived("NEW")}"),
            Abort($"{table}_no_delete", $"BEFORE DELETE ON {table} WHEN {IsReceived("OLD")}"),
        }),
    ];

    public static List<string> Postgres { get; } =
    [
        $"""
        CREATE FUNCTION bills_guard_bill() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.state <> 'receiving' THEN RAISE EXCEPTION '{Refusal}'; END IF;
            RETURN NEW;
          END IF;
          IF OLD.state = 'received' THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $body$
        """,
        $"""
        CREATE FUNCTION bills_guard_part() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP <> 'INSERT' AND {IsReceived("OLD")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP <> 'DELETE' AND {IsReceived("NEW")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $body$
        """,
        $"""
        CREATE FUNCTION bills_guard_truncate() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          RAISE EXCEPTION '{Refusal}';
        END $body$
        """,
        "CREATE TRIGGER bills_guard BEFORE INSERT OR UPDATE OR DELETE ON bills FOR EACH ROW EXECUTE FUNCTION bills_guard_bill()",
        "CREATE TRIGGER bills_no_truncate BEFORE TRUNCATE ON bills FOR EACH STATEMENT EXECUTE FUNCTION bills_guard_truncate()",
        .. Parts.SelectMany(table => new[]
        {
            $"CREATE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION bills_guard_part()",
            $"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION bills_guard_truncate()",
        }),
    ];

    private static string IsReceived(string row) =>
        $"EXISTS (SELECT 1 FROM bills b WHERE b.id = {row}.invoice_id AND b.state = 'received')";

    private static string Abort(string name, string when) =>
        $"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{Refusal}'); END";
}
