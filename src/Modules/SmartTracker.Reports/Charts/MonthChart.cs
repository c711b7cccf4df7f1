using System.Globalization;

namespace SmartTracker.Reports.Charts;

/// <summary>Model of <c>_MonthChart.cshtml</c>: one figure per month as bars and as a table. All texts are in the reader's language.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Note">The unit, and what hatching means.</param>
/// <param name="Finding">What the drawing shows, for those who do not see it.</param>
/// <param name="AxisLabels">From zero upwards, one per grid line.</param>
/// <param name="Width">Of the wide drawing.</param>
public sealed record MonthChart(
    string Id,
    string Heading,
    string Note,
    string Finding,
    string Column,
    ChartScale Scale,
    IReadOnlyList<string> AxisLabels,
    IReadOnlyList<MonthBar> Bars,
    int Width,
    int Height)
{
    public BarDrawing Wide => BarDrawing.Of(this, Width, Height);

    public BarDrawing Narrow => BarDrawing.Of(this, 320, 190);
}

/// <param name="Month">In full, for the table.</param>
/// <param name="Value">Null is not known: no bar.</param>
/// <param name="Figure">Exact, or the word for what is missing.</param>
/// <param name="Label">Short, to stand on the bar.</param>
/// <param name="IsRunning">The month is not over.</param>
public sealed record MonthBar(string Month, string ShortMonth, decimal? Value, string Figure, string Label, bool IsRunning);

public static class Svg
{
    /// <summary>A coordinate: with a point in every language, to a tenth of a pixel.</summary>
    public static string Coordinate(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
