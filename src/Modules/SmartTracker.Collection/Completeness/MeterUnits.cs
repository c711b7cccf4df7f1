using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Completeness;

/// <summary>Counters in the units of people: square metres, metres, millilitres.</summary>
public static class MeterUnits
{
    private const decimal Million = 1_000_000;

    /// <summary>Empty for what is counted piece by piece.</summary>
    public static string Name(MeterKind kind) => kind switch
    {
        MeterKind.MediaArea => "m²",
        MeterKind.MediaLength => "m",
        MeterKind.Ink => "ml",
        _ => "",
    };

    public static decimal Value(MeterKind kind, long amount) => Name(kind).Length == 0 ? amount : amount / Million;

    /// <summary>Rounded to what is stored; null for more than fits.</summary>
    public static long? Amount(MeterKind kind, decimal value) =>
        Math.Abs(value) > long.MaxValue / Million / 2 ? null : (long)Math.Round(Name(kind).Length == 0 ? value : value * Million, 0, MidpointRounding.AwayFromZero);
}
