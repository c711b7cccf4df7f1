namespace SmartTracker.Reports.Charts;

/// <summary>A value axis from zero in four equal steps of 1, 2, 2.5 or 5 times a power of ten.</summary>
public sealed record ChartScale(decimal Step)
{
    public const int Steps = 4;

    private static readonly decimal[] RoundSteps = [1m, 2m, 2.5m, 5m, 10m];

    public decimal Top => Step * Steps;

    /// <summary>The narrowest scale that holds all values.</summary>
    /// <param name="wholeNumbers">For things that are counted: no step is a fraction.</param>
    public static ChartScale For(IEnumerable<decimal> values, bool wholeNumbers)
    {
        var needed = values.DefaultIfEmpty().Max() / Steps;
        if (needed <= 0)
            return new ChartScale(1m);

        var power = 1m;
        while (power * 10 <= needed)
            power *= 10;
        while (power > needed && !wholeNumbers)
            power /= 10;
        return new ChartScale(RoundSteps.Select(step => step * power).First(step => step >= needed && (!wholeNumbers || decimal.IsInteger(step))));
    }

    /// <summary>How many decimals the labels of the axis need.</summary>
    public int Decimals => Enumerable.Range(0, 28).First(decimals => decimal.IsInteger(Step * Power(decimals)));

    /// <summary>How far a value reaches into an axis of the given length: never below zero, never beyond the top.</summary>
    public decimal Reach(decimal value, decimal length) => Math.Clamp(value, 0, Top) * length / Top;

    private static decimal Power(int exponent) => Enumerable.Repeat(10m, exponent).Aggregate(1m, (product, ten) => product * ten);
}
