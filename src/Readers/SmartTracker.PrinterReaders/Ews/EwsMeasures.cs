using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>Figures of people's units in ours, rounded half away from zero. Null where the unit is unknown or the figure makes no sense.</summary>
internal static class EwsMeasures
{
    private const decimal SquareMillimetresPerSquareInch = 645.16m;

    /// <summary>1 km², 10 km and 1 m³: what lies above is a fault of the device.</summary>
    private const decimal MostSquareMillimetres = 1_000_000m * 1_000_000m;

    private const decimal MostMicrometres = 10_000m * 1_000_000m;
    private const decimal MostNanolitres = 1_000_000m * 1_000_000m;

    public static Measure? Area(EwsQuantity? quantity) => Measure(quantity, MostSquareMillimetres, quantity?.Unit switch
    {
        "m²" => 1_000_000m,
        "cm²" => 100m,
        "mm²" => 1m,
        "ft²" => 144 * SquareMillimetresPerSquareInch,
        "in²" => SquareMillimetresPerSquareInch,
        _ => null,
    });

    public static Measure? Length(EwsQuantity? quantity) => Measure(quantity, MostMicrometres, quantity?.Unit switch
    {
        "m" => 1_000_000m,
        "cm" => 10_000m,
        "mm" => 1_000m,
        "ft" => 304_800m,
        "in" => 25_400m,
        _ => null,
    });

    public static Measure? Ink(EwsQuantity? quantity) => Measure(quantity, MostNanolitres, quantity?.Unit switch
    {
        "ml" => 1_000_000m,
        "l" => 1_000_000_000m,
        _ => null,
    });

    private static Measure? Measure(EwsQuantity? quantity, decimal most, decimal? factor)
    {
        if (quantity?.Value is not { } value || factor is not { } times || value < 0 || value > most / times)
            return null;
        return new Measure((long)Math.Round(value * times, 0, MidpointRounding.AwayFromZero), quantity.Raw, quantity.Unit!, UnitAssumed: false);
    }
}
