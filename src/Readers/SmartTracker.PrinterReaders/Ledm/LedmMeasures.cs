using SmartTracker.Protocols.Ledm.Documents;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>LEDM's units in ours. Null where the device names none or one that we do not know: none is assumed.</summary>
internal static class LedmMeasures
{
    /// <summary>1 m³ and 10 km: what lies above is a fault of the device.</summary>
    private const decimal MostNanolitres = 1_000_000m * 1_000_000m;

    private const decimal MostMicrometres = 10_000m * 1_000_000m;

    public static Measure? Ink(LedmQuantity? quantity) => Measure(quantity, MostNanolitres, quantity?.Unit?.ToUpperInvariant() switch
    {
        "MILLILITERS" or "MILLILITRES" or "ML" or "CC" => 1_000_000m,
        "LITERS" or "LITRES" or "L" => 1_000_000_000m,
        _ => null,
    });

    public static Measure? Length(LedmQuantity? quantity) => Measure(quantity, MostMicrometres, quantity?.Unit?.ToUpperInvariant() switch
    {
        "MILLIMETERS" or "MILLIMETRES" or "MM" => 1_000m,
        "CENTIMETERS" or "CENTIMETRES" or "CM" => 10_000m,
        "METERS" or "METRES" or "M" => 1_000_000m,
        "INCHES" or "INCH" or "IN" => 25_400m,
        _ => null,
    });

    private static Measure? Measure(LedmQuantity? quantity, decimal most, decimal? factor)
    {
        if (quantity?.Value is not { } value || factor is not { } times || value < 0 || value > most / times)
            return null;
        return new Measure((long)Math.Round(value * times, 0, MidpointRounding.AwayFromZero), quantity.Raw, quantity.Unit!, UnitAssumed: false);
    }
}
