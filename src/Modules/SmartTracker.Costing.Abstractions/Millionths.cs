namespace SmartTracker.Costing.Abstractions;

/// <summary>Exactly what a number divided by 1,000,000m is, to the last digit, without decimal's division, which takes ten times as long.</summary>
internal static class Millionths
{
    private const int Decimals = 6;

    public static decimal Of(long millionths)
    {
        var scale = (byte)Decimals;
        // A division leaves no zero at the end behind the point.
        for (; scale > 0 && millionths % 10 == 0; scale--)
            millionths /= 10;
        var magnitude = Int128.Abs(millionths);
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, millionths < 0, scale);
    }
}
