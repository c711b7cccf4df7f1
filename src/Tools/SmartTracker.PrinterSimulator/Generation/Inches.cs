namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Devices give inches with six decimals.</summary>
internal static class Inches
{
    private const decimal MillimetresPerInch = 25.4m;

    public static decimal Of(decimal millimetres) => Rounded(millimetres / MillimetresPerInch);

    public static decimal Square(decimal squareMillimetres) => Rounded(squareMillimetres / MillimetresPerInch / MillimetresPerInch);

    public static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
