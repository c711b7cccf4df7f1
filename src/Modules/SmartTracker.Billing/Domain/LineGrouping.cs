using System.Globalization;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>The jobs of one line: why they are billed, one original month, one printer, one kind of media, one rate of tax.</summary>
internal sealed record LineGrouping(int Position, string ChargeKey, VatRate VatRate, IReadOnlyList<RatedJob> Jobs)
{
    /// <param name="vatRate">Today's; what was charged at another rate is corrected at that rate.</param>
    public static IReadOnlyList<LineGrouping> Group(IEnumerable<RatedJob> charged, VatRate vatRate) =>
    [
        .. charged
            .GroupBy(job => (
                job.Kind,
                job.OriginalMonth,
                job.Job.PrinterId,
                Media: job.MediaType?.ToUpperInvariant(),
                Vat: job.Account.VatBasisPoints is { } earlier ? new VatRate(earlier) : vatRate))
            .OrderBy(line => line.Key.Kind)
            .ThenBy(line => line.Key.OriginalMonth)
            .ThenBy(line => line.First().PrinterName, StringComparer.Ordinal)
            .ThenBy(line => line.Key.PrinterId.Value)
            .ThenBy(line => line.Key.Media, StringComparer.Ordinal)
            .ThenBy(line => line.Key.Vat.BasisPoints)
            .Select((line, index) => new LineGrouping(index + 1, Key(line.Key.Kind, line.First(), line.Key.Media, line.Key.Vat), line.Key.Vat, [.. line])),
    ];

    /// <summary>Adds micro-units and rounds once, here.</summary>
    public InvoiceLine ToLine(Currency currency, DocumentKind kind)
    {
        var sum = Money.FromMicros(Jobs.Sum(job => job.EffectMicros), currency);
        var exact = kind == DocumentKind.Invoice ? sum : -sum;
        return new InvoiceLine
        {
            InvoiceId = default,
            Position = Position,
            Kind = Jobs[0].Kind,
            OriginalPeriodStart = Jobs[0].OriginalMonth?.OnDayOfMonth(1),
            ChargeKey = ChargeKey,
            PrinterName = StorableText.Of(Jobs[0].PrinterName)!,
            MediaType = Jobs[0].MediaType,
            JobCount = Jobs.Count,
            Currency = currency.Code,
            VatBasisPoints = VatRate.BasisPoints,
            ExactMicros = exact.Micros,
            NetMicros = exact.Rounded().Micros,
        };
    }

    private static string Key(LineKind kind, RatedJob job, string? media, VatRate vat) => kind == LineKind.Jobs
        ? $"{job.Job.PrinterId}|{media}"
        : string.Create(CultureInfo.InvariantCulture, $"{kind}|{job.OriginalMonth:uuuu-MM}|{vat.BasisPoints}|{job.Job.PrinterId}|{media}");
}
