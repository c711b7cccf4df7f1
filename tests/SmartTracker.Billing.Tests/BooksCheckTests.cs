using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Tests;

public class BooksCheckTests
{
    private static readonly PrintJobId Job = PrintJobId.New();
    private static readonly InvoiceId First = InvoiceId.New();

    [Fact]
    public void Billed_changed_given_back_and_billed_anew_is_in_order() =>
        Assert.Empty(BooksCheck.Find([Bill(1, 10, First), Bill(2, 2, earlier: 10), Credit(3, 10, First), Bill(4, 10, earlier: 2)]));

    [Fact]
    public void A_job_that_two_documents_bill_is_billed_twice() =>
        Assert.Contains("billed more than once: 2026-1, 2026-2", Only(Bill(1, 10), Bill(2, 10)), StringComparison.Ordinal);

    [Fact]
    public void Another_balance_than_the_books_have_is_named() =>
        Assert.Contains("takes 9 micro-units for billed before, the books say 10", Only(Bill(1, 10), Bill(2, 2, earlier: 9)), StringComparison.Ordinal);

    [Fact]
    public void What_was_not_billed_cannot_be_given_back() =>
        Assert.Contains("given back and was not billed", Only(Credit(1, 10, First)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_given_back_twice() =>
        Assert.Contains("given back twice", Only(Bill(1, 10, First), Credit(2, 10, First), Credit(3, 10, First)), StringComparison.Ordinal);

    [Fact]
    public void As_much_is_given_back_as_was_billed() =>
        Assert.Contains("10 micro-units were billed and 9 are given back", Only(Bill(1, 10, First), Credit(2, 9, First)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_entry_is_named() =>
        Assert.Contains("entry 2 is missing or doubled", Only(Bill(1, 10), Bill(3, 2, earlier: 10)), StringComparison.Ordinal);

    private static string Only(params JobEntry[] entries) => Assert.Single(BooksCheck.Find(entries)).Message;

    private static JobEntry Bill(int entry, long amount, InvoiceId? id = null, long? earlier = null) =>
        new(Job, entry, 1, id ?? InvoiceId.New(), $"2026-{entry}", DocumentKind.Invoice, new LocalDate(2026, 10, 1), amount, earlier, "EUR", 1900, null, false);

    private static JobEntry Credit(int entry, long amount, InvoiceId cancels) =>
        new(Job, entry, 1, InvoiceId.New(), $"CN-{entry}", DocumentKind.CreditNote, new LocalDate(2026, 10, 1), amount, null, "EUR", 1900, cancels, false);
}
