using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Collection.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

public class IssuingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_month_asked_for_from_many_places_at_once_has_one_invoice_and_numbers_have_no_gap(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(1_234_567), Make.Job(status: PrintJobStatus.Failed));
        await billing.StoreAsync("baukontor", Make.Job());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => billing.IssueAsync("nordplan"))));
        var other = Assert.IsType<MonthIssued>(await billing.IssueAsync("baukontor"));

        Assert.Equal("2026-0001", Assert.Single(outcomes.OfType<MonthIssued>()).Invoice.Number);
        Assert.All(outcomes.OfType<MonthBilledBefore>(), before => Assert.Equal("2026-0001", before.Invoice.Number));
        Assert.Equal(6, outcomes.Count(outcome => outcome is MonthIssued or MonthBilledBefore));
        Assert.Equal("2026-0002", other.Invoice.Number);
        Assert.Empty(await billing.VerifyAsync());
        Assert.Empty(await billing.VerifyAsync("nordplan"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_stored_reads_back_as_what_was_issued(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job(1_234_567, jobName: "Über 😀.pdf"), Make.Job(mediaType: null), Make.Job(status: PrintJobStatus.Failed));

        var issued = Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        Assert.True(issued.Delivered);
        await billing.Host.InTenantAsync("Default", async services =>
        {
            var store = services.GetRequiredService<BillingStore>();
            var stored = await store.FindAsync(issued.Invoice.Id, CancellationToken.None);
            var seal = await store.FindSealAsync(issued.Invoice.Id, CancellationToken.None);
            Assert.Equal(ContentHash.Of(issued.Invoice), ContentHash.Of(stored!));
            Assert.Equal(seal!.ContentHash, ContentHash.Of(stored!));
            Assert.Equal(seal.PdfHash, ContentHash.OfFile(seal.Pdf));
            Assert.Equal(new LocalDate(2026, 11, 16), stored!.DueOn);
        });
        var held = await HeldAsync(billing, issued.Invoice.Id);
        Assert.Equal(ContentHash.Of(issued.Invoice), held!.RecomputedContentHash);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_database_refuses_every_change_of_an_issued_invoice(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan"));

        List<string> changes =
        [
            "UPDATE billing_invoices SET net_micros = 1", "DELETE FROM billing_invoices", "UPDATE billing_invoices SET state = 'draft'",
            "UPDATE billing_invoice_lines SET net_micros = 1", "DELETE FROM billing_invoice_lines",
            "INSERT INTO billing_invoice_lines SELECT invoice_id, 9, 'x', printer_name, media_type, job_count, currency, vat_basis_points, exact_micros, net_micros, kind, NULL FROM billing_invoice_lines",
            "UPDATE billing_invoices SET state = 'credited'", "UPDATE billing_invoice_jobs SET entry = 2",
            "UPDATE billing_invoice_jobs SET amount_micros = 1", "DELETE FROM billing_invoice_jobs",
            "UPDATE billing_invoice_seals SET content_hash = 'x'", "DELETE FROM billing_invoice_seals",
        ];
        changes.AddRange(engine == DatabaseEngine.Postgres
            ? ["TRUNCATE billing_invoice_jobs", "TRUNCATE billing_invoices CASCADE"]
            :
            [
                "INSERT OR REPLACE INTO billing_invoices SELECT * FROM billing_invoices",
                "INSERT OR REPLACE INTO billing_invoice_jobs SELECT * FROM billing_invoice_jobs",
            ]);
        foreach (var change in changes)
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => billing.ExecuteAsync(change));
            Assert.Contains("never changes", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await billing.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_copy_waits_for_a_customer_that_is_not_running_and_arrives_once(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());
        var issued = await IssueWhileAwayAsync(billing);

        Assert.False(issued.Delivered);
        await billing.Host.Tenants.EnableAsync("nordplan", CancellationToken.None);
        billing.Time.Advance(TimeSpan.FromMinutes(2));
        await DeliverDueAsync(billing);
        await DeliverDueAsync(billing);
        // As after a crash between receiving and noting it.
        await billing.ExecuteAsync("UPDATE billing_outbox SET delivered_at = NULL");
        billing.Time.Advance(TimeSpan.FromHours(2));
        await DeliverDueAsync(billing);

        Assert.NotNull(await HeldAsync(billing, issued.Invoice.Id));
        Assert.Empty(await billing.VerifyAsync());
        await billing.Host.InTenantAsync("Default", async services =>
            Assert.NotNull((await services.GetRequiredService<BillingStore>().FindDeliveryAsync(issued.Invoice.Id, CancellationToken.None))!.DeliveredAt));
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_confirmed_is_not_issued()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        await billing.StoreAsync("nordplan", Make.Job());
        var seen = Assert.IsType<MonthDrafted>(await billing.PreviewAsync("nordplan"));
        await billing.StoreAsync("nordplan", Make.Job());

        Assert.Equal(RefusalReason.DraftChanged, Assert.IsType<MonthRefused>(await billing.IssueAsync("nordplan", seen.Fingerprint)).Reason);
        var now = Assert.IsType<MonthDrafted>(await billing.PreviewAsync("nordplan"));
        Assert.Equal(now.Preview.Gross, Assert.IsType<MonthIssued>(await billing.IssueAsync("nordplan", now.Fingerprint)).Invoice.Gross);
    }

    [Fact]
    public async Task What_cannot_be_billed_says_why_and_changes_nothing()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        await billing.StoreAsync("nordplan", Make.Job() with { PageArea = null }, Make.Job(accountedAt: Instant.FromUtc(2026, 10, 31, 23, 30)));

        Assert.Equal(RefusalReason.UnknownCustomer, Assert.IsType<MonthRefused>(await billing.PreviewAsync("nobody")).Reason);
        Assert.Equal(RefusalReason.MonthNotOver, Assert.IsType<MonthRefused>(await billing.PreviewAsync("nordplan", new YearMonth(2026, 11))).Reason);
        Assert.IsType<MonthEmpty>(await billing.IssueAsync("baukontor"));
        // The second job is printed on 1 November in Berlin.
        var blocked = Assert.IsType<MonthBlocked>(await billing.IssueAsync("nordplan")).Month;
        Assert.Single(blocked.Blockers);
        Assert.Equal(1, blocked.Looked);
        await billing.Host.InTenantAsync("Default", async services => Assert.Empty(await services.GetRequiredService<BillingStore>().ListAsync(CancellationToken.None)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_month_that_somebody_else_issues_while_it_is_drafted_is_billed_before_and_not_empty(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);
        await billing.StoreAsync("nordplan", Make.Job());

        var outcome = await billing.Host.InTenantAsync("Default", services =>
        {
            var reader = ActivatorUtilities.CreateInstance<TenantMonthReader>(services, new InterruptedTenants(billing.Host.Tenants, () => billing.IssueAsync("nordplan")));
            var closer = ActivatorUtilities.CreateInstance<MonthCloser>(services, ActivatorUtilities.CreateInstance<InvoiceDrafter>(services, reader));
            return closer.IssueAsync("nordplan", BillingHost.October, null, CancellationToken.None);
        });

        Assert.Equal("2026-0001", Assert.IsType<MonthBilledBefore>(outcome).Invoice.Number);
    }

    private static async Task<MonthIssued> IssueWhileAwayAsync(BillingHost billing)
    {
        // The draft needs the tenant; only the copy finds it gone.
        var away = new InterruptedTenants(billing.Host.Tenants, () => throw new TenantUnavailableException("The tenant nordplan is not running."));
        return await billing.Host.InTenantAsync("Default", async services =>
        {
            var closer = ActivatorUtilities.CreateInstance<MonthCloser>(services, ActivatorUtilities.CreateInstance<InvoiceDelivery>(services, away));
            var issued = Assert.IsType<MonthIssued>(await closer.IssueAsync("nordplan", BillingHost.October, null, CancellationToken.None));
            await billing.Host.Tenants.DisableAsync("nordplan", CancellationToken.None);
            return issued;
        });
    }

    private static Task DeliverDueAsync(BillingHost billing) => billing.Host.InTenantAsync("Default", services =>
        services.GetRequiredService<InvoiceDelivery>().DeliverDueAsync(CancellationToken.None));

    private static Task<HeldCopy?> HeldAsync(BillingHost billing, InvoiceId id) => billing.Host.InTenantAsync("nordplan", services =>
        services.GetRequiredService<IInvoiceReceiver>().FindAsync(id, CancellationToken.None));
}
