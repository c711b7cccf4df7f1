using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Web.Demo;

/// <summary>One customer's figures as <c>demo --json</c> prints them: over all collected jobs, the price over the invoices received.</summary>
internal sealed record DemoSummary(
    string Name, int Printers, int PrintJobs, int Unrated, long MediaMm2, long InkNl, string Cost, string Price, string Currency, IReadOnlyList<DemoInvoice> Invoices)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Interval Always = new(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(9000, 1, 1, 0, 0));

    public static Task<DemoSummary> ReadAsync(ITenants tenants, string tenant, CancellationToken cancellationToken) => tenants.RunAsync(tenant, async services =>
    {
        var currency = services.GetRequiredService<Tenant>().Currency;
        var totals = await services.GetRequiredService<IRatedJobs>().TotalsAsync(Always, cancellationToken);
        var bills = await services.GetRequiredService<BillStore>().ListAsync(cancellationToken);
        var printers = await services.GetRequiredService<IPrinterDirectory>().ListAsync(cancellationToken);
        return new DemoSummary(
            tenant,
            printers.Count,
            totals.Jobs,
            totals.Unrated,
            totals.MediaMm2,
            totals.InkNl,
            Text(Money.FromMicros(totals.CostMicros, currency)),
            Text(Money.FromMicros(bills.Sum(bill => bill.NetMicros * bill.Sign), currency)),
            currency.Code,
            [.. bills.OrderBy(bill => bill.Number, StringComparer.Ordinal).Select(bill => DemoInvoice.Of(bill))]);
    }, cancellationToken);

    public static string ToJson(IReadOnlyList<DemoSummary> customers, long elapsedMs) =>
        JsonSerializer.Serialize(new { tenants = customers, elapsedMs }, Json);

    internal static string Text(Money money) =>
        money.Rounded().Amount.ToString("F" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

internal sealed record DemoInvoice(string Number, string Net, string Tax, string Gross)
{
    public static DemoInvoice Of(InvoiceContent bill) => new(bill.Number, Text(bill.NetMicros, bill), Text(bill.TaxMicros, bill), Text(bill.GrossMicros, bill));

    private static string Text(long micros, InvoiceContent bill) => DemoSummary.Text(Money.FromMicros(micros, new Currency(bill.Currency)));
}
