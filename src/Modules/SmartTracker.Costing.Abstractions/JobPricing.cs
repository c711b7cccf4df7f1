using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>One job against one price list: quantity by quantity, with what is missing for a price. Millions of jobs go through here, so nothing is made that
/// is not part of the answer.</summary>
internal sealed class JobPricing
{
    /// <summary>In m², ml or pages: far above any job, low enough that a device's nonsense overflows no amount.</summary>
    private const decimal LargestQuantity = 100_000m;

    private readonly JobUsage _usage;
    private readonly PriceList _prices;
    private readonly List<PriceStep> _steps;
    private List<MissingInput>? _missing;
    private decimal _exact;

    public JobPricing(PrintJob job, PriceList prices)
    {
        (_usage, _prices) = (new JobUsage(job), prices);
        _steps = new List<PriceStep>(prices.ByMeasure.Length + (job.Ink?.Count ?? 0) + 2);
    }

    public RatingResult Result()
    {
        if (_usage.NothingPrinted)
            _steps.Add(Rating.Plain(StepKind.NothingPrinted, 0m));
        foreach (var (measure, rates) in _prices.ByMeasure)
            Price(measure, rates);
        if (_missing is not null)
            return new Unrated([.. _missing.Distinct()]);

        var amount = new Money(_exact, _prices.Currency).RoundedToMicros();
        _steps.Add(Rating.Plain(StepKind.Rounding, amount.Amount - _exact));
        return new Rated(amount, _steps);
    }

    private void Price(Measure measure, Rate[] rates)
    {
        if (measure == Measure.Ink && _usage.InkByChannel() is { } channels)
        {
            foreach (var (channel, ink) in channels)
                Price(new MeasuredQuantity(Measure.Ink, ink.Nanolitres, channel), rates);
        }
        else if (_usage.Of(measure) is { } raw)
        {
            Price(new MeasuredQuantity(measure, raw), rates);
        }
        else
        {
            Miss(new MissingInput(measure switch
            {
                Measure.PageArea => MissingFigure.PageArea,
                Measure.MediaArea => MissingFigure.MediaArea,
                Measure.Pages => MissingFigure.Pages,
                _ => MissingFigure.Ink,
            }));
        }
    }

    private void Price(MeasuredQuantity quantity, Rate[] rates)
    {
        if (quantity.Quantity is < 0 or > LargestQuantity)
        {
            Miss(new MissingInput(MissingFigure.PlausibleFigures));
        }
        else if (quantity.Raw > 0 && _usage.MediaType is null && DiffersByMedia(rates, quantity.InkChannel))
        {
            // Unknown media could be the dear one, so the price for every media is no answer here.
            Miss(new MissingInput(MissingFigure.MediaType));
        }
        else if (Find(rates, quantity.InkChannel) is { } rate)
        {
            var step = quantity.At(rate);
            _steps.Add(step);
            _exact += step.Amount;
        }
        else if (quantity.Raw > 0)
        {
            Miss(NoPrice(quantity, rates));
        }
    }

    private Rate? Find(Rate[] rates, string? inkChannel)
    {
        foreach (var rate in rates)
        {
            if (rate.Matches(inkChannel, _usage.MediaType))
                return rate;
        }

        return null;
    }

    private static bool DiffersByMedia(Rate[] rates, string? inkChannel) =>
        Array.Exists(rates, rate => rate.MediaType is not null && rate.Matches(inkChannel, rate.MediaType));

    private MissingInput NoPrice(MeasuredQuantity quantity, Rate[] rates) =>
        quantity.InkChannel is not null && !Array.Exists(rates, rate => rate.Matches(quantity.InkChannel, rate.MediaType))
            ? new MissingInput(MissingFigure.PriceForInkChannel, quantity.Measure, quantity.InkChannel)
            : new MissingInput(MissingFigure.PriceForMedia, quantity.Measure, _usage.MediaType);

    private void Miss(MissingInput input) => (_missing ??= []).Add(input);
}
