using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>PIWS' units in ours, rounded half away from zero. Null where the unit is unknown or the figure makes no sense.</summary>
internal static class Units
{
    private const decimal MicrometresPerInch = 25_400m;
    private const decimal SquareMillimetresPerSquareInch = 645.16m;
    private const decimal NanolitresPerCubicCentimetre = 1_000_000m;

    /// <summary>10 km, 1 km² and 1 m³: what lies above is a fault of the device.</summary>
    private const decimal MaximumMicrometres = 10_000m * 1_000_000m;

    /// <summary>Longer than any page; also keeps areas inside what can be computed.</summary>
    private const decimal MaximumPageMicrometres = 200m * 1_000_000m;

    private const decimal MaximumSquareMillimetres = 1_000_000m * 1_000_000m;

    private const decimal MaximumNanolitres = 1_000_000m * 1_000_000m;

    public static Measure? Length(PiwsQuantity? quantity) => Length(quantity, MaximumMicrometres);

    public static Measure? PageLength(PiwsQuantity? quantity) => Length(quantity, MaximumPageMicrometres);

    /// <summary>Advance of the media: inches, by inference from the area's square inches.</summary>
    public static Measure? MediaLength(PiwsQuantity? quantity) => quantity?.Unit is null
        ? Measure(quantity, MicrometresPerInch, "in", true, MaximumMicrometres)
        : Length(quantity);

    /// <summary>Square inches, as one client of the Latex 800W reads it; no manual and no capture says so.</summary>
    public static Measure? MediaArea(PiwsQuantity? quantity) => quantity?.Unit is { } unit
        ? Measure(quantity, MicrometresPer(unit.Split('²', '^', ' ')[0]) is { } per ? per * per / 1_000_000m : null, unit, false, MaximumSquareMillimetres)
        : Measure(quantity, SquareMillimetresPerSquareInch, "in²", true, MaximumSquareMillimetres);

    /// <summary>Cubic centimetres, as in the printer's ink system.</summary>
    public static Measure? Ink(PiwsQuantity? quantity) => quantity?.Unit switch
    {
        null => Measure(quantity, NanolitresPerCubicCentimetre, "cc", true, MaximumNanolitres),
        "cc" or "ml" => Measure(quantity, NanolitresPerCubicCentimetre, quantity.Unit, false, MaximumNanolitres),
        _ => null,
    };

    private static Measure? Length(PiwsQuantity? quantity, decimal maximum) =>
        Measure(quantity, quantity?.Unit is { } unit ? MicrometresPer(unit) : null, quantity?.Unit, false, maximum);

    private static Measure? Measure(PiwsQuantity? quantity, decimal? factor, string? unit, bool assumed, decimal maximum)
    {
        if (quantity?.Value is not { } value || factor is not { } times || value < 0 || value > maximum / times)
            return null;
        return new Measure((long)Math.Round(value * times, 0, MidpointRounding.AwayFromZero), quantity.Raw, unit!, assumed);
    }

    private static decimal? MicrometresPer(string unit) => unit.ToUpperInvariant() switch
    {
        "IN" or "INCH" or "INCHES" => MicrometresPerInch,
        "MM" => 1_000m,
        "CM" => 10_000m,
        "M" => 1_000_000m,
        "FT" => 12 * MicrometresPerInch,
        "PT" => MicrometresPerInch / 72m,
        _ => null,
    };
}
