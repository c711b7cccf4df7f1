using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Crediting;
using SmartTracker.Billing.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

public class CreditingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_wrong_invoice_is_cancelled_once_however_often_it_is_asked_and_its_month_is_billed_anew(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        var job = Make.Job(1_000_000);
        await billing.StoreAsync("nordplan", job, Make.Job(status: PrintJobStatus.Failed));
        var wrong = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan")).Invoice;
        var before = await StoredAsync(billing, wrong.Id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => billing.CreditAsync(wrong))));

        var credit = Assert.Single(outcomes.OfType<CreditIssued>());
        Assert.True(credit.Delivered);
        Assert.Equal(49, outcomes.OfType<CreditedBefore>().Count(other => other.CreditNote.Id == credit.CreditNote.Id));
        Assert.Equal(("CN-2026-0001", "2026-0001", wrong.IssuedOn), (credit.CreditNote.Number, credit.CreditNote.CancelsNumber, credit.CreditNote.CancelsIssuedOn));
        Assert.Equal(-wrong.Gross, credit.CreditNote.Balance);
        Assert.Equal(before, await StoredAsync(billing, wrong.Id));
        Assert.Equal("credited", await billing.ScalarAsync("SELECT state FROM billing_invoices WHERE number = '2026-0001'"));

        await billing.ChangeAsync("nordplan", job with { PageArea = new(2_000_000), Revision = 2 });
        var right = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan")).Invoice;

        Assert.Equal("2026-0002", right.Number);
        Assert.Equal(LineKind.Jobs, Assert.Single(right.Lines).Kind);
        Assert.Equal(8.40m, right.Net.Amount);
        Assert.IsType<MonthBilledBefore>(await billing.IssueAsync("nordplan"));
        Assert.Equal(CreditRefusal.NotAnInvoice, Assert.IsType<CreditRefused>(await billing.CreditAsync(credit.CreditNote)).Reason);
        Assert.Empty(await billing.VerifyAsync());
        Assert.Empty(await billing.VerifyAsync("nordplan"));
        Assert.Equal(3, await billing.Host.InTenantAsync("nordplan", async services => (await services.GetRequiredService<Bills.Data.BillStore>().ListAsync(CancellationToken.None)).Count));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_database_refuses_every_change_of_a_credit_note_and_every_second_state_of_its_invoice(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        await billing.CreditAsync(Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan")).Invoice);
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        foreach (var change in new[]
        {
            "UPDATE billing_invoices SET state = 'issued' WHERE state = 'credited'",
            "UPDATE billing_invoices SET gross_micros = 0 WHERE state = 'credited'",
            "UPDATE billing_invoices SET cancel_reason = 'x' WHERE kind = 'credit_note'",
            "UPDATE billing_invoices SET state = 'credited' WHERE number = '2026-0002'",
            "UPDATE billing_invoices SET state = 'credited' WHERE kind = 'credit_note'",
            "DELETE FROM billing_invoices WHERE state = 'credited'",
            "DELETE FROM billing_invoice_lines WHERE invoice_id IN (SELECT id FROM billing_invoices WHERE state = 'credited')",
            "UPDATE billing_invoice_jobs SET earlier_micros = 1",
            "UPDATE billing_invoice_seals SET pdf_hash = 'x'",
        })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => billing.ExecuteAsync(change));
            Assert.Contains("never changes", refused.Message, StringComparison.Ordinal);
        }

        // A second credit note, and one over another sum than its invoice: neither gets past the database, whoever writes it.
        const string copied = """
            customer_tenant, period_start, time_zone, issued_on, due_on, language, currency, issuer_name, issuer_address, issuer_vat_id, issuer_tax_number,
            issuer_email, issuer_bank_name, issuer_iban, issuer_bic, recipient_name, recipient_address, recipient_vat_id
            """;
        var id = engine == DatabaseEngine.Sqlite ? "randomblob(16)" : "gen_random_uuid()";
        await Assert.ThrowsAnyAsync<Exception>(() => billing.ExecuteAsync(
            $"INSERT INTO billing_invoices (id, number, series, series_year, sequence, {copied}, net_micros, tax_micros, gross_micros, kind, cancels_id) " +
            $"SELECT {id}, 'CN-X', 'x', 0, 1, {copied}, net_micros, tax_micros, gross_micros, 'credit_note', id FROM billing_invoices WHERE number = '2026-0001'"));
        await billing.ExecuteAsync(
            $"INSERT INTO billing_invoices (id, number, series, series_year, sequence, {copied}, net_micros, tax_micros, gross_micros, kind, cancels_id) " +
            $"SELECT {id}, 'CN-X', 'x', 0, 1, {copied}, 0, 0, 0, 'credit_note', id FROM billing_invoices WHERE number = '2026-0002'");
        var unequal = await Assert.ThrowsAnyAsync<Exception>(() => billing.ExecuteAsync("UPDATE billing_invoices SET state = 'issued' WHERE number = 'CN-X'"));
        Assert.Contains("add up", unequal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_late_and_a_changed_job_stand_on_the_next_months_invoice_with_the_prices_of_their_own_day(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        var changed = Make.Job(1_000_000);
        var failed = Make.Job(500_000);
        await billing.StoreAsync("nordplan", changed, failed);
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        // A dearer card from November on must not touch what was printed in October.
        await billing.StepAsync(BillingHost.Customers.Replace("2026-01-01", "2026-11-01", StringComparison.Ordinal).Replace("4.20", "9.99", StringComparison.Ordinal), execute: true);
        await billing.ChangeAsync("nordplan", changed with { PageArea = new(3_000_000), Revision = 2 }, failed with { Status = PrintJobStatus.Failed, Revision = 2 });
        await billing.StoreAsync("nordplan", Make.Job(100_000, jobName: "Nachzügler.pdf"), Make.Job(1_000_000, accountedAt: NodaTime.Instant.FromUtc(2026, 11, 5, 8, 0)));
        billing.GoTo(2026, 12);

        var preview = Assert.IsType<MonthDrafted>(await billing.PreviewAsync("nordplan", new(2026, 11)));
        var november = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan", preview.Fingerprint, new(2026, 11))).Invoice;

        Assert.Equal([(LineKind.Jobs, 9.99m), (LineKind.Late, 0.42m), (LineKind.Changed, 6.30m)], november.Lines.Select(line => (line.Kind, line.Net.Amount)));
        Assert.All(november.Lines.Skip(1), line => Assert.Equal(new NodaTime.LocalDate(2026, 10, 1), line.OriginalPeriodStart));
        var delta = LineDelta.Of(november, november.Lines[2])!.Value;
        Assert.Equal((12.60m, 6.30m), (delta.Now.Amount, delta.Before.Amount));
        Assert.Empty(await billing.VerifyAsync());
        Assert.Empty(await billing.VerifyAsync("nordplan"));
        Assert.IsType<MonthBilledBefore>(await billing.IssueAsync("nordplan"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_month_that_comes_to_less_than_nothing_is_a_credit_note(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        var job = Make.Job(10_000_000);
        await billing.StoreAsync("nordplan", job);
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));
        await billing.ChangeAsync("nordplan", job with { PageArea = new(1_000_000), Revision = 2 });
        billing.GoTo(2026, 12);

        var november = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan", month: new(2026, 11))).Invoice;

        Assert.Equal((DocumentKind.CreditNote, "CN-2026-0001"), (november.Kind, november.Number));
        Assert.Equal(37.80m, november.Net.Amount);
        Assert.False(november.IsCancellation);
        Assert.Empty(await billing.VerifyAsync());
        Assert.Equal(november.Id, Assert.IsType<MonthBilledBefore>(await billing.IssueAsync("nordplan", month: new(2026, 11))).Invoice.Id);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Issuing_and_cancelling_at_the_same_time_leave_the_books_in_order(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(), Make.Job(2_000_000));
        var invoice = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan")).Invoice;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(async () =>
        {
            if (number % 3 == 0)
                await billing.CreditAsync(invoice);
            else
                await billing.IssueAsync("nordplan");
        })));

        await billing.IssueAsync("nordplan");
        Assert.IsType<MonthBilledBefore>(await billing.IssueAsync("nordplan"));
        Assert.Empty(await billing.VerifyAsync());
        Assert.Equal(12.60m, await billing.Host.InTenantAsync("Default", async services =>
            (await services.GetRequiredService<BillingStore>().ListAsync(CancellationToken.None)).Sum(row => row.Invoice.Net.Amount * row.Invoice.Sign)));
    }

    private static Task<(string, string, string)> StoredAsync(BillingHost billing, InvoiceId id) => billing.Host.InTenantAsync("Default", async services =>
    {
        var store = services.GetRequiredService<BillingStore>();
        var seal = (await store.FindSealAsync(id, CancellationToken.None))!;
        return (ContentHash.Of((await store.FindAsync(id, CancellationToken.None))!), seal.ContentHash, ContentHash.OfFile(seal.Pdf));
    });
}
