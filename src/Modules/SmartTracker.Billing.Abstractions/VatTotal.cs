using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Billing.Abstractions;

/// <summary>What one rate of tax yields on an invoice: computed once on the sum of its line nets, never per line.</summary>
public readonly record struct VatTotal(VatRate Rate, Money Net, Money Tax)
{
    /// <summary>One total per rate, lowest rate first.</summary>
    public static IReadOnlyList<VatTotal> Of(IEnumerable<InvoiceLine> lines, Currency currency) =>
    [
        .. lines.GroupBy(line => line.VatRate).OrderBy(rate => rate.Key.BasisPoints).Select(rate =>
        {
            var net = rate.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Net);
            return new VatTotal(rate.Key, net, rate.Key.TaxOn(net));
        }),
    ];
}
