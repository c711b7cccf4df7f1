namespace SmartTracker.Billing.Data.Migrations;

/// <summary>What keeps an issued invoice as it is, whoever writes to the database. A shipped trigger never changes here; a later migration replaces it.</summary>
internal static class ImmutabilityTriggers
{
    private const string Refusal = "An issued invoice never changes; correct it with a credit note.";
    private const string SumsRefusal = "An invoice is issued only when lines, net, tax and gross add up.";

    private static readonly string[] Parts = ["billing_invoice_lines", "billing_invoice_jobs", "billing_invoice_seals"];

    private static readonly string SumsDiffer =
        """
        NEW.gross_micros <> NEW.net_micros + NEW.tax_micros
        OR NEW.net_micros <> (SELECT COALESCE(SUM(net_micros), 0) FROM billing_invoice_lines WHERE invoice_id = NEW.id)
        OR (SELECT COALESCE(SUM(exact_micros), 0) FROM billing_invoice_lines WHERE invoice_id = NEW.id)
           <> (SELECT COALESCE(SUM(amount_micros), 0) FROM billing_invoice_jobs WHERE invoice_id = NEW.id)
        """;

    // INSERT OR REPLACE deletes the row in its way without asking its delete trigger.
    private const string WouldReplace =
        """
        EXISTS (SELECT 1 FROM billing_invoices i WHERE i.state = 'issued' AND (i.id = NEW.id OR i.number = NEW.number
          OR (i.series = NEW.series AND i.series_year = NEW.series_year AND i.sequence = NEW.sequence)
          OR (i.kind = 'invoice' AND NEW.kind = 'invoice' AND i.customer_tenant = NEW.customer_tenant AND i.period_start = NEW.period_start)))
        """;

    private const string WouldReplaceJob =
        "EXISTS (SELECT 1 FROM billing_invoice_jobs j WHERE j.print_job_id = NEW.print_job_id AND j.revision = NEW.revision AND j.invoice_id <> NEW.invoice_id)";

    public static List<string> Sqlite { get; } =
    [
        Abort("billing_invoices_insert_draft", $"BEFORE INSERT ON billing_invoices WHEN NEW.state <> 'draft' OR {WouldReplace}", Refusal),
        Abort("billing_invoices_no_update", "BEFORE UPDATE ON billing_invoices WHEN OLD.state = 'issued'", Refusal),
        Abort("billing_invoices_no_delete", "BEFORE DELETE ON billing_invoices WHEN OLD.state = 'issued'", Refusal),
        Abort("billing_invoices_sums", $"BEFORE UPDATE ON billing_invoices WHEN OLD.state = 'draft' AND NEW.state = 'issued' AND ({SumsDiffer})", SumsRefusal),
        .. Parts.SelectMany(table => new[]
        {
            Abort($"{table}_no_insert", $"BEFORE INSERT ON {table} WHEN {IsIssued("NEW")}", Refusal),
            Abort($"{table}_no_update", $"BEFORE UPDATE ON {table} WHEN {IsIssued("OLD")} OR {IsIssued("NEW")}", Refusal),
            Abort($"{table}_no_delete", $"BEFORE DELETE ON {table} WHEN {IsIssued("OLD")}", Refusal),
        }),
        Abort("billing_invoice_jobs_no_replace", $"BEFORE INSERT ON billing_invoice_jobs WHEN {WouldReplaceJob}", Refusal),
    ];

    public static List<string> Postgres { get; } =
    [
        $"""
        CREATE FUNCTION billing_guard_invoice() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.state <> 'draft' THEN RAISE EXCEPTION '{Refusal}'; END IF;
            RETURN NEW;
          END IF;
          IF OLD.state = 'issued' THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          IF NEW.state = 'issued' AND ({SumsDiffer}) THEN RAISE EXCEPTION '{SumsRefusal}'; END IF;
          RETURN NEW;
        END $body$
        """,
        $"""
        CREATE FUNCTION billing_guard_part() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP <> 'INSERT' AND {IsIssued("OLD")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP <> 'DELETE' AND {IsIssued("NEW")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $body$
        """,
        $"""
        CREATE FUNCTION billing_guard_truncate() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          RAISE EXCEPTION '{Refusal}';
        END $body$
        """,
        "CREATE TRIGGER billing_invoices_guard BEFORE INSERT OR UPDATE OR DELETE ON billing_invoices FOR EACH ROW EXECUTE FUNCTION billing_guard_invoice()",
        "CREATE TRIGGER billing_invoices_no_truncate BEFORE TRUNCATE ON billing_invoices FOR EACH STATEMENT EXECUTE FUNCTION billing_guard_truncate()",
        .. Parts.SelectMany(table => new[]
        {
            $"CREATE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION billing_guard_part()",
            $"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION billing_guard_truncate()",
        }),
    ];

    private static string IsIssued(string row) =>
        $"EXISTS (SELECT 1 FROM billing_invoices i WHERE i.id = {row}.invoice_id AND i.state = 'issued')";

    private static string Abort(string name, string when, string message) =>
        $"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{message}'); END";
}
