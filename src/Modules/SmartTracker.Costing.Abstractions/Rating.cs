using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>How one job is rated with one price list: rules first, then quantities times prices, then one rounding.</summary>
internal static class Rating
{
    public static RatingResult Of(PrintJob job, PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job switch
        {
            { Status: PrintJobStatus.Pending } => throw new ArgumentException("Only finished jobs are rated.", nameof(job)),
            { Status: PrintJobStatus.Failed } => NotCharged(StepKind.DeviceError, prices.Currency),
            { Kind: JobKind.Internal } => NotCharged(StepKind.InternalJob, prices.Currency),
            { Kind: JobKind.Scan } => new Unrated([new MissingInput(MissingFigure.PriceForScan)]),
            _ => new JobPricing(job, prices).Result(),
        };
    }

    private static Rated NotCharged(StepKind kind, Currency currency) => new(Money.Zero(currency), [Plain(kind, 0m), Plain(StepKind.Rounding, 0m)]);

    internal static PriceStep Plain(StepKind kind, decimal amount) => new(kind, null, null, null, 0m, 0m, amount, null);
}
