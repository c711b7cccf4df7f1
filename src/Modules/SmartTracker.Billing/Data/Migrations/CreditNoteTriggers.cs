namespace SmartTracker.Billing.Data.Migrations;

/// <summary>Replaces <see cref="ImmutabilityTriggers"/>: an issued document still never changes, but an invoice may become 'credited' once a credit note for all of it is issued.</summary>
internal static class CreditNoteTriggers
{
    private const string Refusal = "An issued invoice never changes; correct it with a credit note.";
    private const string SumsRefusal = "An invoice is issued only when lines, net, tax and gross add up, and a credit note only over the whole of an issued invoice.";

    private static readonly string[] Parts = ["billing_invoice_lines", "billing_invoice_jobs", "billing_invoice_seals"];

    // All columns but state, as this migration leaves them.
    private static readonly string[] Columns =
    [
        "id", "number", "series", "series_year", "sequence", "customer_tenant", "period_start", "time_zone", "issued_on", "due_on", "language", "currency",
        "issuer_name", "issuer_address", "issuer_vat_id", "issuer_tax_number", "issuer_email", "issuer_bank_name", "issuer_iban", "issuer_bic",
        "recipient_name", "recipient_address", "recipient_vat_id", "net_micros", "tax_micros", "gross_micros", "kind",
        "cancels_id", "cancels_number", "cancels_issued_on", "cancel_reason", "open_questions", "closed_anyway_because", "closed_anyway_by", "closed_anyway_at",
    ];

    private static readonly string NotInOrder =
        """
        NEW.gross_micros < 0
        OR NEW.gross_micros <> NEW.net_micros + NEW.tax_micros
        OR NEW.net_micros <> (SELECT COALESCE(SUM(net_micros), 0) FROM billing_invoice_lines WHERE invoice_id = NEW.id)
        OR (SELECT COALESCE(SUM(exact_micros), 0) FROM billing_invoice_lines WHERE invoice_id = NEW.id)
           <> (SELECT COALESCE(SUM(amount_micros), 0) FROM billing_invoice_jobs WHERE invoice_id = NEW.id)
        OR (NEW.cancels_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM billing_invoices o WHERE o.id = NEW.cancels_id
          AND o.state = 'issued' AND o.kind = 'invoice' AND NEW.kind = 'credit_note' AND o.customer_tenant = NEW.customer_tenant
          AND o.net_micros = NEW.net_micros AND o.tax_micros = NEW.tax_micros AND o.gross_micros = NEW.gross_micros))
        """;

    private const string BecomesCredited =
        "OLD.state = 'issued' AND NEW.state = 'credited' AND EXISTS (SELECT 1 FROM billing_invoices c WHERE c.cancels_id = OLD.id AND c.state = 'issued')";

    // INSERT OR REPLACE deletes the row in its way without asking its delete trigger.
    private const string WouldReplace =
        """
        EXISTS (SELECT 1 FROM billing_invoices i WHERE i.state <> 'draft' AND (i.id = NEW.id OR i.number = NEW.number
          OR (i.series = NEW.series AND i.series_year = NEW.series_year AND i.sequence = NEW.sequence)
          OR (i.cancels_id = NEW.cancels_id)
          OR (i.cancels_id IS NULL AND i.state <> 'credited' AND NEW.cancels_id IS NULL
            AND i.customer_tenant = NEW.customer_tenant AND i.period_start = NEW.period_start)))
        """;

    private const string WouldReplaceJob =
        "EXISTS (SELECT 1 FROM billing_invoice_jobs j WHERE j.print_job_id = NEW.print_job_id AND j.entry = NEW.entry AND j.invoice_id <> NEW.invoice_id)";

    public static List<string> Sqlite { get; } =
    [
        .. Replace("billing_invoices_insert_draft", $"BEFORE INSERT ON billing_invoices WHEN NEW.state <> 'draft' OR {WouldReplace}", Refusal),
        .. Replace("billing_invoices_no_update", $"BEFORE UPDATE ON billing_invoices WHEN OLD.state <> 'draft' AND NOT ({BecomesCredited} AND {Unchanged})", Refusal),
        .. Replace("billing_invoices_no_delete", "BEFORE DELETE ON billing_invoices WHEN OLD.state <> 'draft'", Refusal),
        .. Replace("billing_invoices_sums", $"BEFORE UPDATE ON billing_invoices WHEN OLD.state = 'draft' AND NEW.state <> 'draft' AND (NEW.state <> 'issued' OR {NotInOrder})", SumsRefusal),
        .. Parts.SelectMany(table => (string[])
        [
            .. Replace($"{table}_no_insert", $"BEFORE INSERT ON {table} WHEN {IsIssued("NEW")}", Refusal),
            .. Replace($"{table}_no_update", $"BEFORE UPDATE ON {table} WHEN {IsIssued("OLD")} OR {IsIssued("NEW")}", Refusal),
            .. Replace($"{table}_no_delete", $"BEFORE DELETE ON {table} WHEN {IsIssued("OLD")}", Refusal),
        ]),
        .. Replace("billing_invoice_jobs_no_replace", $"BEFORE INSERT ON billing_invoice_jobs WHEN {WouldReplaceJob}", Refusal),
    ];

    public static List<string> Postgres { get; } =
    [
        $"""
        CREATE OR REPLACE FUNCTION billing_guard_invoice() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.state <> 'draft' THEN RAISE EXCEPTION '{Refusal}'; END IF;
            RETURN NEW;
          END IF;
          IF TG_OP = 'DELETE' THEN
            IF OLD.state <> 'draft' THEN RAISE EXCEPTION '{Refusal}'; END IF;
            RETURN OLD;
          END IF;
          IF OLD.state <> 'draft' THEN
            IF {BecomesCredited} AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state' THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{Refusal}';
          END IF;
          IF NEW.state <> 'draft' AND (NEW.state <> 'issued' OR {NotInOrder}) THEN RAISE EXCEPTION '{SumsRefusal}'; END IF;
          RETURN NEW;
        END $body$
        """,
        $"""
        CREATE OR REPLACE FUNCTION billing_guard_part() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP <> 'INSERT' AND {IsIssued("OLD")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP <> 'DELETE' AND {IsIssued("NEW")} THEN RAISE EXCEPTION '{Refusal}'; END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $body$
        """,
    ];

    private static string Unchanged => string.Join(" AND ", Columns.Select(column => $"NEW.{column} IS OLD.{column}"));

    private static string IsIssued(string row) =>
        $"EXISTS (SELECT 1 FROM billing_invoices i WHERE i.id = {row}.invoice_id AND i.state <> 'draft')";

    private static string[] Replace(string name, string when, string message) =>
        [$"DROP TRIGGER {name}", $"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{message}'); END"];
}
