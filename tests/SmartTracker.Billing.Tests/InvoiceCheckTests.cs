using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Tests;

public class InvoiceCheckTests
{
    private static readonly InvoiceContent Invoice = Make.Invoice(jobs: [Make.Job(1_234_567), Make.Job(2_000_001), Make.Job(mediaType: "Vellum"), Make.Job(status: PrintJobStatus.Failed)]);

    public static TheoryData<string, Func<InvoiceContent, InvoiceContent>> Tamperings => new()
    {
        { "net", invoice => invoice with { NetMicros = invoice.NetMicros + 10_000 } },
        { "tax", invoice => invoice with { TaxMicros = invoice.TaxMicros - 10_000 } },
        { "gross", invoice => invoice with { GrossMicros = invoice.GrossMicros + 1 } },
        { "line 1", invoice => invoice with { Lines = [invoice.Lines[0] with { NetMicros = 1 }, .. invoice.Lines.Skip(1)] } },
        { "line 2", invoice => invoice with { Lines = [invoice.Lines[0], invoice.Lines[1] with { ExactMicros = 1 }] } },
        { "tax", invoice => invoice with { Lines = [.. invoice.Lines.Select(line => line with { VatBasisPoints = 700 })] } },
        { "price steps", invoice => invoice with { Jobs = [invoice.Jobs[0] with { AmountMicros = 1 }, .. invoice.Jobs.Skip(1)] } },
        { "price steps", invoice => invoice with { Jobs = [invoice.Jobs[0] with { Steps = invoice.Jobs[0].Steps.Replace("\"amount\":\"5", "\"amount\":\"6", StringComparison.Ordinal) }, .. invoice.Jobs.Skip(1)] } },
        { "cannot be read", invoice => invoice with { Jobs = [invoice.Jobs[0] with { Steps = "[{" }, .. invoice.Jobs.Skip(1)] } },
        { "line 9", invoice => invoice with { Jobs = [invoice.Jobs[0] with { Position = 9 }, .. invoice.Jobs.Skip(1)] } },
        { "line 1", invoice => invoice with { Jobs = [.. invoice.Jobs.Skip(1)] } },
    };

    [Fact]
    public void An_untouched_invoice_adds_up() => Assert.Empty(InvoiceCheck.Sums(Invoice));

    [Theory, MemberData(nameof(Tamperings))]
    public void A_changed_figure_is_found_and_the_invoice_named(string where, Func<InvoiceContent, InvoiceContent> tamper)
    {
        var tampered = tamper(Invoice);
        Assert.NotEqual(ContentHash.Of(Invoice), ContentHash.Of(tampered));

        var findings = InvoiceCheck.Sums(tampered).ToList();

        Assert.Contains(findings, finding => finding.Message.Contains(where, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.StartsWith("Invoice 2026-0007", finding.Message, StringComparison.Ordinal));
    }
}
