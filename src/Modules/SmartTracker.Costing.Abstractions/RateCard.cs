using NodaTime;

namespace SmartTracker.Costing.Abstractions;

/// <summary>What somebody is asked to pay for printing, from a day on: a selling price list. The same pure rating as a <see cref="CostRule"/>, other prices, other owner.</summary>
/// <param name="ValidFrom">First day, in the zone of whoever is billed.</param>
public sealed record RateCard(string Name, LocalDate ValidFrom, PriceList Prices)
{
    /// <summary>The card valid on a day, or null where none is valid yet.</summary>
    public static RateCard? InForce(IEnumerable<RateCard> cards, LocalDate day) => cards
        .Where(card => card.ValidFrom <= day)
        .MaxBy(card => card.ValidFrom);
}
