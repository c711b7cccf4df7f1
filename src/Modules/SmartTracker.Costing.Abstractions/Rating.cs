using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>How one job is rated with one price list: rules first, then quantities times prices, then one rounding.</summary>
internal static class Rating
{
    /// <summary>In m², ml or pages: far above any job, low enough that a device's nonsense overflows no amount.</summary>
    private const decimal LargestQuantity = 100_000m;

    public static RatingResult Of(PrintJob job, PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job switch
        {
            { Status: PrintJobStatus.Pending } => throw new ArgumentException("Only finished jobs are rated.", nameof(job)),
            { Status: PrintJobStatus.Failed } => NotCharged(StepKind.DeviceError, prices.Currency),
            { Kind: JobKind.Internal } => NotCharged(StepKind.InternalJob, prices.Currency),
            { Kind: JobKind.Scan } => new Unrated([new MissingInput(MissingFigure.PriceForScan)]),
            _ => Priced(new JobUsage(job), prices),
        };
    }

    private static Rated NotCharged(StepKind kind, Currency currency) => new(Money.Zero(currency), [Plain(kind, 0m), Plain(StepKind.Rounding, 0m)]);

    private static RatingResult Priced(JobUsage usage, PriceList prices)
    {
        var steps = new List<PriceStep>();
        var missing = new List<MissingInput>();
        if (usage.NothingPrinted)
            steps.Add(Plain(StepKind.NothingPrinted, 0m));

        foreach (var (measure, rates) in prices.ByMeasure)
        {
            foreach (var quantity in usage.Of(measure, missing))
                Price(quantity, usage, rates, steps, missing);
        }

        if (missing.Count > 0)
            return new Unrated([.. missing.Distinct()]);

        var exact = steps.Sum(step => step.Amount);
        var amount = new Money(exact, prices.Currency).RoundedToMicros();
        steps.Add(Plain(StepKind.Rounding, amount.Amount - exact));
        return new Rated(amount, steps);
    }

    private static void Price(MeasuredQuantity quantity, JobUsage usage, Rate[] rates, List<PriceStep> steps, List<MissingInput> missing)
    {
        if (quantity.Quantity is < 0 or > LargestQuantity)
        {
            missing.Add(new MissingInput(MissingFigure.PlausibleFigures));
            return;
        }

        // Unknown media could be the dear one, so the price for every media is no answer here.
        if (quantity.Raw > 0 && usage.MediaType is null && Array.Exists(rates, rate => rate.MediaType is not null && rate.Matches(quantity.InkChannel, rate.MediaType)))
        {
            missing.Add(new MissingInput(MissingFigure.MediaType));
            return;
        }

        if (Array.Find(rates, rate => rate.Matches(quantity.InkChannel, usage.MediaType)) is { } rate)
            steps.Add(quantity.At(rate));
        else if (quantity.Raw > 0)
            missing.Add(NoPrice(quantity, usage, rates));
    }

    private static MissingInput NoPrice(MeasuredQuantity quantity, JobUsage usage, Rate[] rates) =>
        quantity.InkChannel is not null && !Array.Exists(rates, rate => rate.Matches(quantity.InkChannel, rate.MediaType))
            ? new MissingInput(MissingFigure.PriceForInkChannel, quantity.Measure, quantity.InkChannel)
            : new MissingInput(MissingFigure.PriceForMedia, quantity.Measure, usage.MediaType);

    private static PriceStep Plain(StepKind kind, decimal amount) => new(kind, null, null, null, 0m, 0m, amount, null);
}
