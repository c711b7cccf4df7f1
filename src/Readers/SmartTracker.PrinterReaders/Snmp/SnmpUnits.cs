using System.Globalization;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Units of the Printer-MIB (RFC 3805: PrtCapacityUnitTC, PrtMarkerCounterUnitTC, PrtMarkerSuppliesSupplyUnitTC; one numbering for all three).</summary>
internal static class SnmpUnits
{
    public const int Impressions = 7;
    public const int Sheets = 8;
    public const int Hours = 11;
    public const int Percent = 19;

    private const int TenthsOfMillilitres = 15;
    private const decimal NanolitresPerTenth = 100_000m;

    /// <summary>10 km and 1 m³: what lies above is a fault of the device.</summary>
    private const decimal MaximumMicrometres = 10_000_000_000m;

    private const decimal MaximumNanolitres = 1_000_000_000_000m;

    /// <summary>As the standard writes it.</summary>
    public static string NameOf(long? unit) => unit switch
    {
        1 => "other",
        2 => "unknown",
        3 => "tenThousandthsOfInches",
        4 => "micrometers",
        Impressions => "impressions",
        Sheets => "sheets",
        Hours => "hours",
        12 => "thousandthsOfOunces",
        13 => "tenthsOfGrams",
        14 => "hundrethsOfFluidOunces",
        TenthsOfMillilitres => "tenthsOfMilliliters",
        16 => "feet",
        17 => "meters",
        18 => "items",
        Percent => "percent",
        null => "",
        _ => unit.Value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Null where the unit is no length.</summary>
    public static decimal? MicrometresPer(long? unit) => unit switch
    {
        3 => 2.54m,
        4 => 1m,
        16 => 304_800m,
        17 => 1_000_000m,
        _ => null,
    };

    /// <summary>Null for what is no length, and for negative figures, which stand for the lack of one.</summary>
    public static Measure? Length(long? value, long? unit) => Measure(value, unit, MicrometresPer(unit), MaximumMicrometres);

    /// <summary>Null for what is no volume. Fluid ounces are left alone: whose they are is not said.</summary>
    public static Measure? Ink(long? value, long? unit) => Measure(value, unit, unit == TenthsOfMillilitres ? NanolitresPerTenth : null, MaximumNanolitres);

    private static Measure? Measure(long? value, long? unit, decimal? factor, decimal maximum) => value is >= 0 and var figure && factor is { } times && figure <= maximum / times
        ? new Measure((long)Math.Round(figure * times, 0, MidpointRounding.AwayFromZero), figure.ToString(CultureInfo.InvariantCulture), NameOf(unit), UnitAssumed: false)
        : null;
}
