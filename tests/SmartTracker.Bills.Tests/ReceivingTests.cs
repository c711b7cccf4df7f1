using SmartTracker.Abstractions.Data;
using SmartTracker.Billing.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Bills.Tests;

public class ReceivingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_copy_that_arrives_twice_is_one_bill(DatabaseEngine engine)
    {
        await using var bills = await BillsHost.StartAsync(engine);
        var copy = Make.Copy(Make.Bill());

        Assert.Equal(CopyReceived.Stored, await bills.ReceiveAsync(copy));
        Assert.Equal(CopyReceived.AlreadyThere, await bills.ReceiveAsync(copy));

        Assert.Empty(await bills.VerifyAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Another_copy_of_a_received_invoice_is_refused(DatabaseEngine engine)
    {
        await using var bills = await BillsHost.StartAsync(engine);
        var bill = Make.Bill();
        await bills.ReceiveAsync(Make.Copy(bill));

        var refused = await Assert.ThrowsAsync<InvoiceCopyRefusedException>(() => bills.ReceiveAsync(Make.Copy(bill with { DueOn = bill.DueOn.PlusDays(1) })));

        Assert.Contains("2026-0007", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await bills.VerifyAsync());
    }

    [Fact]
    public async Task A_copy_that_does_not_match_its_hashes_or_its_tenant_is_refused()
    {
        await using var bills = await BillsHost.StartAsync(DatabaseEngine.Sqlite);
        var copy = Make.Copy(Make.Bill());

        await Assert.ThrowsAsync<InvoiceCopyRefusedException>(() => bills.ReceiveAsync(copy with { Content = copy.Content with { GrossMicros = 1 } }));
        await Assert.ThrowsAsync<InvoiceCopyRefusedException>(() => bills.ReceiveAsync(copy with { Pdf = [1] }));
        await Assert.ThrowsAsync<InvoiceCopyRefusedException>(() => bills.ReceiveAsync(copy, "baukontor"));
        Assert.Equal(CopyReceived.Stored, await bills.ReceiveAsync(copy));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_database_refuses_every_change_of_a_received_bill(DatabaseEngine engine)
    {
        await using var bills = await BillsHost.StartAsync(engine);
        await bills.ReceiveAsync(Make.Copy(Make.Bill()));

        List<string> changes =
        [
            "UPDATE bills SET gross_micros = 1", "DELETE FROM bills", "UPDATE bills SET state = 'receiving'",
            "UPDATE bill_lines SET net_micros = 1", "DELETE FROM bill_lines",
            "UPDATE bill_jobs SET steps = '[]'", "DELETE FROM bill_jobs",
            "UPDATE bill_files SET pdf_hash = 'x'", "DELETE FROM bill_files",
            engine == DatabaseEngine.Postgres ? "TRUNCATE bills CASCADE" : "INSERT OR REPLACE INTO bills SELECT * FROM bills",
        ];
        foreach (var change in changes)
            Assert.Contains("never changes", (await Assert.ThrowsAnyAsync<Exception>(() => bills.ExecuteAsync(change))).Message, StringComparison.Ordinal);
        Assert.Empty(await bills.VerifyAsync());
    }
}
