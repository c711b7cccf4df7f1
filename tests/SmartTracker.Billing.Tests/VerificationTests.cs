using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Closing;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

public class VerificationTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Whatever_figure_is_changed_behind_the_programs_back_the_invoice_is_named(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(1_234_567), Make.Job(mediaType: "Vellum"));
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));
        Assert.Empty(await billing.VerifyAsync());

        foreach (var (table, column) in new[]
        {
            ("billing_invoices", "net_micros"), ("billing_invoices", "tax_micros"), ("billing_invoices", "gross_micros"),
            ("billing_invoice_lines", "net_micros"), ("billing_invoice_lines", "exact_micros"), ("billing_invoice_jobs", "amount_micros"),
        })
        {
            await TamperAsync(billing, engine, table, $"UPDATE {table} SET {column} = {column} + 10000");
            var findings = await billing.VerifyAsync();
            Assert.Contains(findings, finding => finding.Invariant == "I1" && finding.Message.Contains("Invoice 2026-0001", StringComparison.Ordinal));
            Assert.Contains(findings, finding => finding.Invariant == "I4" && finding.Message.Contains("Invoice 2026-0001", StringComparison.Ordinal));
            await TamperAsync(billing, engine, table, $"UPDATE {table} SET {column} = {column} - 10000");
            Assert.Empty(await billing.VerifyAsync());
        }

        await TamperAsync(billing, engine, "billing_invoice_jobs", "UPDATE billing_invoice_jobs SET steps = replace(steps, '\"unitPrice\":\"4.2', '\"unitPrice\":\"5.2')");
        Assert.Contains(await billing.VerifyAsync(), finding => finding is { Invariant: "I4" } && finding.Message.Contains("2026-0001", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_changed_copy_is_found_from_both_ends(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        await TamperAsync(billing, engine, "bill_jobs", "UPDATE bill_jobs SET amount_micros = amount_micros + 1", "nordplan");

        Assert.Contains("Invoice 2026-0001: the copy in nordplan was changed", Assert.Single(await billing.VerifyAsync()).Message, StringComparison.Ordinal);
        Assert.Contains(await billing.VerifyAsync("nordplan"), finding => finding.Message.Contains("Bill 2026-0001", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_missing_trigger_is_found(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);

        await billing.ExecuteAsync(engine == DatabaseEngine.Sqlite
            ? "DROP TRIGGER billing_invoices_no_update"
            : "ALTER TABLE billing_invoices DISABLE TRIGGER billing_invoices_guard");

        Assert.Contains("billing_invoices", Assert.Single(await billing.VerifyAsync()).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_number_that_vanished_is_found(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        await billing.ExecuteAsync("UPDATE billing_number_series SET last_number = 2");

        var finding = Assert.Single(await billing.VerifyAsync());
        Assert.Equal("I5", finding.Invariant);
        Assert.Contains("2026-0001", finding.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Whatever_is_wrong_with_a_correction_is_named(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        await billing.CreditAsync(Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan")).Invoice);
        // Once the month has its new invoice, the database itself refuses to let the old one stand again.
        await TamperAsync(billing, engine, "billing_invoices", "UPDATE billing_invoices SET state = 'issued' WHERE number = '2026-0001'");
        Assert.Contains("I4: Invoice 2026-0001: a credit note cancels it", (await billing.VerifyAsync()).Select(finding => $"{finding.Invariant}: {finding.Message}").Single(), StringComparison.Ordinal);
        await TamperAsync(billing, engine, "billing_invoices", "UPDATE billing_invoices SET state = 'credited' WHERE number = '2026-0001'");
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));
        Assert.Empty(await billing.VerifyAsync());

        foreach (var (table, set, back, number, invariant, words) in new[]
        {
            ("billing_invoices", "state = 'credited'", "state = 'issued'", "2026-0002", "I4", "Invoice 2026-0002: it is marked as credited"),
            ("billing_invoices", "cancels_number = '2026-0002'", "cancels_number = '2026-0001'", "CN-2026-0001", "I4", "Credit note CN-2026-0001: it names invoice 2026-0002"),
            ("billing_invoices", "cancel_reason = 'Because'", "cancel_reason = 'Wrong month'", "CN-2026-0001", "I4", "Credit note CN-2026-0001: its content is not what was issued"),
            ("billing_invoices", "net_micros = net_micros - 10000", "net_micros = net_micros + 10000", "CN-2026-0001", "I1", "Credit note CN-2026-0001: it gives back"),
            ("billing_invoice_lines", "job_count = 2", "job_count = 1", "CN-2026-0001", "I1", "its lines are not those of invoice 2026-0001"),
            ("billing_invoice_jobs", "entry = 9", "entry = 3", "2026-0002", "I2", "entry 3 is missing or doubled"),
            ("billing_invoice_jobs", "earlier_micros = 1", "earlier_micros = NULL", "2026-0002", "I2", "document 2026-0002: it was billed before according to the document"),
            ("billing_invoice_jobs", "amount_micros = 1", "amount_micros = 4200000", "CN-2026-0001", "I2", "micro-units were billed and 1 are given back"),
        })
        {
            var where = table == "billing_invoices" ? $"number = '{number}'" : $"invoice_id = (SELECT id FROM billing_invoices WHERE number = '{number}')";
            await TamperAsync(billing, engine, table, $"UPDATE {table} SET {set} WHERE {where}");
            Assert.Contains(await billing.VerifyAsync(), finding => finding.Invariant == invariant && finding.Message.Contains(words, StringComparison.Ordinal));
            await TamperAsync(billing, engine, table, $"UPDATE {table} SET {back} WHERE {where}");
            Assert.Empty(await billing.VerifyAsync());
        }

        await billing.ExecuteAsync("UPDATE billing_number_series SET last_number = 2 WHERE series LIKE 'CN-%'");
        Assert.Contains("CN-{year}-{number:0000}, 2026: the series stands at 2", Assert.Single(await billing.VerifyAsync(), finding => finding.Invariant == "I5").Message, StringComparison.Ordinal);
    }

    private static async Task TamperAsync(BillingHost billing, DatabaseEngine engine, string table, string sql, string tenant = "Default")
    {
        if (engine == DatabaseEngine.Postgres)
        {
            await billing.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER USER", tenant);
            await billing.ExecuteAsync(sql, tenant);
            await billing.ExecuteAsync($"ALTER TABLE {table} ENABLE TRIGGER USER", tenant);
            return;
        }

        // SQLite cannot switch a trigger off: take it away and put the same one back.
        var create = await billing.ScalarAsync($"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '{table}_no_update'", tenant);
        await billing.ExecuteAsync($"DROP TRIGGER {table}_no_update", tenant);
        await billing.ExecuteAsync(sql, tenant);
        await billing.ExecuteAsync(create, tenant);
    }
}
