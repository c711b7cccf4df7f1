using System.Globalization;
using CsCheck;
using SmartTracker.Reports.Charts;

namespace SmartTracker.Reports.Tests;

public class BarDrawingTests
{
    [Fact]
    public void Bars_stand_on_zero_inside_the_drawing_and_apart() =>
        Gen.Select(Gen.Int[-5, 100_000].Array[1, 12], Gen.Int[0, 2].Select(index => new[] { 320, 460, 600 }[index])).Sample((values, width) =>
        {
            var drawing = BarDrawing.Of(Chart([.. values.Select(value => (decimal?)value)]), width, 190);
            Assert.All(drawing.Bars, bar =>
            {
                Assert.True(bar.Height >= 0);
                Assert.Equal(drawing.Baseline, bar.Y + bar.Height);
                Assert.InRange(bar.X, drawing.Left, drawing.Width - bar.Width);
                Assert.True(bar.Y >= 0);
            });
            Assert.All(drawing.Bars.Zip(drawing.Bars.Skip(1)), pair => Assert.True(pair.First.X + pair.First.Width < pair.Second.X));
        });

    [Fact]
    public void A_month_that_nobody_measured_has_no_bar()
    {
        var drawing = BarDrawing.Of(Chart([null, 5m]), 320, 190);
        Assert.Equal(0, drawing.Bars[0].Height);
        Assert.True(drawing.Bars[1].Height > 0);
    }

    [Fact]
    public void Nothing_printed_draws_an_axis_and_no_bars()
    {
        var drawing = BarDrawing.Of(Chart([0m, 0m, 0m]), 460, 200);
        Assert.All(drawing.Bars, bar => Assert.Equal(0, bar.Height));
        Assert.Equal(5, drawing.Grid.Count);
    }

    [Fact]
    public void One_month_stands_in_the_middle()
    {
        var drawing = BarDrawing.Of(Chart([7m]), 460, 200);
        Assert.Equal((drawing.Left + drawing.Width) / 2, drawing.Bars[0].Middle);
    }

    [Fact]
    public void The_grid_goes_up_from_zero()
    {
        var drawing = BarDrawing.Of(Chart([885m]), 600, 300);
        Assert.Equal(drawing.Baseline, drawing.Grid[0].Y);
        Assert.All(drawing.Grid.Zip(drawing.Grid.Skip(1)), pair => Assert.True(pair.Second.Y < pair.First.Y));
    }

    [Fact]
    public void Coordinates_have_a_point_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de");
        try
        {
            Assert.Equal("12.3", Svg.Coordinate(12.34m));
            Assert.Equal("12", Svg.Coordinate(12m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static MonthChart Chart(IReadOnlyList<decimal?> values)
    {
        var scale = ChartScale.For(values.Select(value => value ?? 0), wholeNumbers: true);
        var bars = values.Select((value, index) => new MonthBar($"Month {index}", "Mon", value, "", "", index == values.Count - 1));
        return new MonthChart("jobs", "", "", "", "", scale, [.. Enumerable.Range(0, 5).Select(step => (scale.Step * step).ToString(CultureInfo.InvariantCulture))], [.. bars], 460, 200);
    }
}
