namespace SmartTracker.Abstractions.Quantities;

/// <summary>A length in whole micrometres.</summary>
public readonly record struct Length(long Micrometres)
{
    public decimal Millimetres => Micrometres / 1000m;

    public static Length FromMillimetres(decimal millimetres) => new((long)Money.Round(millimetres * 1000m, 0));
}
