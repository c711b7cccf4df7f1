using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;

namespace SmartTracker.Costing.Rating;

/// <summary>The row that says what a job costs by a rule.</summary>
public static class JobRating
{
    /// <summary>100,000 m² in mm², 100 l in nl.</summary>
    private const long LargestFigure = 100_000_000_000;

    public static RatedJob Of(PrintJob job, CostRule? rule, Currency currency, Instant now)
    {
        ArgumentNullException.ThrowIfNull(job);
        var row = new RatedJob
        {
            PrintJobId = job.Id,
            Revision = job.Revision,
            IsCurrent = true,
            AccountedAt = job.AccountedAt,
            MediaArea = Plausible(job.MediaArea?.SquareMillimetres),
            Ink = TotalInk(job),
            RuleId = rule?.Id,
            Currency = (rule?.Prices.Currency ?? currency).Code,
            RatedAt = now,
        };

        switch (Result(job, rule))
        {
            case Rated rated:
                row.Status = rated.IsCharged ? RatedStatus.Rated : RatedStatus.NotCharged;
                row.Amount = rated.Amount.Micros;
                row.Steps = PricingJson.Write(rated.Steps);
                break;
            case Unrated unrated:
                row.Status = RatedStatus.Unrated;
                row.Missing = PricingJson.Write(unrated.Missing);
                break;
        }

        return row;
    }

    private static RatingResult Result(PrintJob job, CostRule? rule) =>
        rule is null ? new Unrated([new MissingInput(MissingFigure.PriceList)]) : rule.Prices.Rate(job);

    private static long? TotalInk(PrintJob job) =>
        job.Ink is { Count: > 0 } ink ? Plausible(ink.Values.Sum(channel => (decimal)channel.Nanolitres)) : null;

    // A device's nonsense must not overflow the sums that totals are made of; rating has refused such a figure.
    private static long? Plausible(decimal? figure) => figure is >= 0 and <= LargestFigure ? (long)figure.Value : null;
}
