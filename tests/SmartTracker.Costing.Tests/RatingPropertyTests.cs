using CsCheck;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Tests;

public sealed class RatingPropertyTests
{
    private static readonly Gen<decimal> UnitPrices = Gen.Long[0, 100_000_000].Select(micros => micros / 1_000_000m);

    private static readonly Gen<PriceList> PriceLists =
        from measures in Gen.Enum<Measure>().Array[0, 8]
        from prices in UnitPrices.Array[8]
        from channels in OneOf<string?>(null, "C", "M", "Y", "K").Array[8]
        from media in OneOf<string?>(null, "Coated 130 g", "Film").Array[8]
        select new PriceList(Currency.Euro, Distinct(measures.Select((measure, i) => new Rate(measure, prices[i], measure == Measure.Ink ? channels[i] : null, media[i]))));

    private static readonly Gen<PrintJob> Jobs =
        from status in OneOf(PrintJobStatus.Completed, PrintJobStatus.Cancelled, PrintJobStatus.Failed)
        from impressions in Gen.Int[0, 500]
        from areas in Gen.Long[0, 5_000_000_000].Array[2]
        from ink in Gen.Long[0, 500_000_000].Array[4]
        from media in OneOf<string?>("Coated 130 g", "Film", null)
        select Make.Job(status, impressions: impressions, copies: impressions, pageMm2: areas[0], mediaMm2: areas[1], media: media, ink: Channels(ink));

    [Fact]
    public void The_order_of_rates_changes_nothing() =>
        Gen.Select(PriceLists, Jobs, Gen.Int[0, int.MaxValue]).Sample((prices, job, seed) =>
        {
            var random = new Random(seed);
            var shuffled = new PriceList(prices.Currency, [.. prices.Rates.OrderBy(_ => random.Next())]);
            return Outcome(prices.Rate(job)) == Outcome(shuffled.Rate(job));
        });

    [Fact]
    public void The_exact_steps_rounded_once_are_the_amount() =>
        Gen.Select(PriceLists, Jobs).Sample((prices, job) => prices.Rate(job) is not Rated rated || (
            rated.Steps.Sum(step => step.Amount) == rated.Amount.Amount
            && Money.Round(Exact(rated), 6) == rated.Amount.Amount
            && rated.Steps.All(step => step.Kind == StepKind.Rounding || step.Amount == step.Quantity * step.UnitPrice)
            && rated.Amount == Money.FromMicros(rated.Amount.Micros, prices.Currency)));

    [Fact]
    public void A_quantity_is_what_decimal_division_says_to_the_last_digit() =>
        Gen.OneOf(Gen.Long[0, 100_000_000_000], Gen.Int[0, 100_000].Select(whole => whole * 1_000_000L), Gen.Int[0, 9].Select(zeros => (long)Math.Pow(10, zeros))).Sample(raw =>
        {
            var prices = new PriceList(Currency.Euro, [new Rate(Measure.MediaArea, 1.10m)]);
            var step = Assert.IsType<Rated>(prices.Rate(Make.Job(PrintJobStatus.Completed, mediaMm2: raw))).Steps[0];
            Assert.Equal(decimal.GetBits(raw / 1_000_000m), decimal.GetBits(step.Quantity));
            Assert.Equal(decimal.GetBits(raw / 1_000_000m * 1.10m), decimal.GetBits(step.Amount));
        });

    [Fact]
    public void More_usage_never_costs_less() =>
        Gen.Select(PriceLists, Jobs, Gen.Long[0, 1_000_000_000]).Sample((prices, job, more) =>
        {
            var larger = job with
            {
                Impressions = job.Impressions + 1,
                PageArea = job.PageArea + new Area(more),
                MediaArea = job.MediaArea + new Area(more),
                Ink = job.Ink!.ToDictionary(ink => ink.Key, ink => ink.Value + new InkVolume(more)),
            };
            return prices.Rate(job) is not Rated small || prices.Rate(larger) is not Rated large || small.Amount <= large.Amount;
        });

    [Fact]
    public void Halves_cost_together_what_the_whole_costs() =>
        Gen.Select(PriceLists, Jobs.Where(job => job.Status == PrintJobStatus.Completed), Gen.Long[0, 100]).Sample((prices, job, percent) =>
        {
            var perUsage = new PriceList(prices.Currency, [.. prices.Rates.Where(rate => rate.Measure is not (Measure.Job or Measure.Pages))]);
            var first = Part(job, mm2 => mm2 * percent / 100);
            var second = Part(job, mm2 => mm2 - mm2 * percent / 100);
            return perUsage.Rate(job) is not Rated whole
                || Exact(Make.Rated(perUsage, first)) + Exact(Make.Rated(perUsage, second)) == Exact(whole);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static decimal Exact(Rated rated) => rated.Steps.Where(step => step.Kind != StepKind.Rounding).Sum(step => step.Amount);

    private static string Outcome(RatingResult result) => result switch
    {
        Rated rated => rated.Amount.ToString(),
        Unrated unrated => string.Join("; ", unrated.Missing),
        _ => throw new InvalidOperationException(),
    };

    private static PrintJob Part(PrintJob job, Func<long, long> share) => job with
    {
        PageArea = new Area(share(job.PageArea!.Value.SquareMillimetres)),
        MediaArea = new Area(share(job.MediaArea!.Value.SquareMillimetres)),
        Ink = job.Ink!.ToDictionary(ink => ink.Key, ink => new InkVolume(share(ink.Value.Nanolitres))),
    };

    private static (string, long)[] Channels(long[] ink) => [("C", ink[0]), ("M", ink[1]), ("Y", ink[2]), ("K", ink[3])];

    private static List<Rate> Distinct(IEnumerable<Rate> rates)
    {
        var distinct = new List<Rate>();
        foreach (var rate in rates)
        {
            if (!distinct.Any(rate.IsForTheSameAs))
                distinct.Add(rate);
        }

        return distinct;
    }
}
