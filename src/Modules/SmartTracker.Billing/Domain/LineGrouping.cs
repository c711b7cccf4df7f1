using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>The jobs of one line: one printer, one kind of media.</summary>
internal sealed record LineGrouping(int Position, string ChargeKey, IReadOnlyList<RatedJob> Jobs)
{
    public static IReadOnlyList<LineGrouping> Group(IEnumerable<RatedJob> charged) =>
    [
        .. charged
            .GroupBy(job => (job.Job.PrinterId, Media: job.MediaType?.ToUpperInvariant()))
            .OrderBy(line => line.First().PrinterName, StringComparer.Ordinal)
            .ThenBy(line => line.Key.PrinterId.Value)
            .ThenBy(line => line.Key.Media, StringComparer.Ordinal)
            .Select((line, index) => new LineGrouping(index + 1, $"{line.Key.PrinterId}|{line.Key.Media}", [.. line])),
    ];

    /// <summary>Adds micro-units and rounds once, here.</summary>
    public InvoiceLine ToLine(Currency currency, VatRate vatRate)
    {
        var exact = Money.FromMicros(Jobs.Sum(job => job.Rated.Amount.Micros), currency);
        return new InvoiceLine
        {
            InvoiceId = default,
            Position = Position,
            ChargeKey = ChargeKey,
            PrinterName = StorableText.Of(Jobs[0].PrinterName)!,
            MediaType = Jobs[0].MediaType,
            JobCount = Jobs.Count,
            Currency = currency.Code,
            VatBasisPoints = vatRate.BasisPoints,
            ExactMicros = exact.Micros,
            NetMicros = exact.Rounded().Micros,
        };
    }
}
