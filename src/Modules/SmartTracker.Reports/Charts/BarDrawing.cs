namespace SmartTracker.Reports.Charts;

/// <summary>Where the parts of a bar chart lie, in the units of its SVG, which are pixels of type.</summary>
public sealed record BarDrawing(int Width, int Height, decimal Left, decimal Baseline, IReadOnlyList<GridLine> Grid, IReadOnlyList<Bar> Bars)
{
    private const int RoomForFigure = 22;
    private const int RoomForMonths = 24;
    private const decimal WidestBar = 29;
    private const decimal DigitWidth = 7;
    private const decimal Gap = 8;
    private const decimal RoomForName = 28;

    /// <summary>How far a line of type is lowered so that its middle meets a grid line.</summary>
    public const decimal HalfType = 4;

    public static BarDrawing Of(MonthChart chart, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var left = chart.AxisLabels.Max(label => label.Length) * DigitWidth + 2 * Gap;
        var baseline = (decimal)(height - RoomForMonths);
        var length = baseline - RoomForFigure;
        var grid = chart.AxisLabels.Select((label, step) => new GridLine(baseline - length * step / ChartScale.Steps, label));
        var room = (width - left) / Math.Max(1, chart.Bars.Count);
        var barWidth = Math.Min(WidestBar, room * 0.62m);
        var bars = chart.Bars.Select((bar, index) =>
        {
            var middle = left + room * index + room / 2;
            var reach = chart.Scale.Reach(bar.Value ?? 0, length);
            // Where months stand too close, every second one is named, the last always.
            var isNamed = room >= RoomForName || (chart.Bars.Count - 1 - index) % 2 == 0;
            return new Bar(bar, middle, middle - barWidth / 2, baseline - reach, barWidth, reach, isNamed);
        });
        return new BarDrawing(width, height, left, baseline, [.. grid], [.. bars]);
    }
}

public sealed record GridLine(decimal Y, string Label);

public sealed record Bar(MonthBar Of, decimal Middle, decimal X, decimal Y, decimal Width, decimal Height, bool IsNamed);
