using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Abstractions;

/// <summary>Rates in one currency. A measure without a rate costs nothing; a measure with rates needs its figure.</summary>
public sealed record PriceList
{
    /// <exception cref="ArgumentException">Two rates price the same thing.</exception>
    public PriceList(Currency currency, IReadOnlyList<Rate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        for (var i = 0; i < rates.Count; i++)
        {
            if (rates.Take(i).Any(rates[i].IsForTheSameAs))
                throw new ArgumentException($"Two rates price the same thing: {rates[i]}.", nameof(rates));
        }

        Currency = currency;
        Rates = [.. rates];
        ByMeasure = [.. Rates.GroupBy(rate => rate.Measure).OrderBy(group => group.Key).Select(group => (group.Key, group.OrderByDescending(rate => rate.Specificity).ToArray()))];
    }

    public Currency Currency { get; }

    public IReadOnlyList<Rate> Rates { get; }

    /// <summary>The measures that cost something, each with its rates, the most specific first.</summary>
    internal (Measure Measure, Rate[] Rates)[] ByMeasure { get; }

    /// <summary>Rates a finished job. Pure: the same job and list always give the same answer.</summary>
    /// <exception cref="ArgumentException">The job is pending; only finished jobs are rated.</exception>
    public RatingResult Rate(PrintJob job) => Rating.Of(job, this);

    /// <summary>Equal but for the order of the rates, which never matters.</summary>
    public bool HasSamePricesAs(PriceList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Currency == other.Currency
            && Rates.Count == other.Rates.Count
            && Rates.All(rate => other.Rates.Any(theirs => rate.IsForTheSameAs(theirs) && rate.UnitPrice == theirs.UnitPrice));
    }

    public bool Equals(PriceList? other) =>
        other is not null && Currency == other.Currency && Rates.SequenceEqual(other.Rates);

    public override int GetHashCode() => HashCode.Combine(Currency, Rates.Count);
}
