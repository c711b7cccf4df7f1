using CsCheck;
using SmartTracker.Reports.Charts;

namespace SmartTracker.Reports.Tests;

public class ChartScaleTests
{
    private static readonly Gen<decimal> Values = Gen.Select(Gen.Long[-1_000, 9_000_000_000_000], Gen.Int[0, 6])
        .Select((number, decimals) => new decimal((int)(number % int.MaxValue), (int)(number / int.MaxValue), 0, false, (byte)decimals) * Math.Sign(number));

    [Theory]
    [InlineData("885", "250")]
    [InlineData("1000", "250")]
    [InlineData("1001", "500")]
    [InlineData("3409", "1000")]
    [InlineData("0.3", "0.1")]
    [InlineData("0.000001", "0.00000025")]
    public void Four_round_steps_hold_the_highest_value(string highest, string step) =>
        Assert.Equal(Number(step), ChartScale.For([1e-7m, Number(highest)], wholeNumbers: false).Step);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("4", "1")]
    [InlineData("5", "2")]
    [InlineData("9", "5")]
    [InlineData("100", "25")]
    public void What_is_counted_has_whole_steps(string highest, string step) =>
        Assert.Equal(Number(step), ChartScale.For([Number(highest)], wholeNumbers: true).Step);

    [Fact]
    public void Nothing_at_all_still_has_an_axis_from_zero()
    {
        Assert.Equal(4m, ChartScale.For([], wholeNumbers: false).Top);
        Assert.Equal(4m, ChartScale.For([0m, 0m], wholeNumbers: true).Top);
    }

    [Theory]
    [InlineData("250", 0)]
    [InlineData("2.5", 1)]
    [InlineData("0.25", 2)]
    [InlineData("0.1", 1)]
    public void Labels_have_as_many_decimals_as_the_step(string step, int decimals) =>
        Assert.Equal(decimals, new ChartScale(Number(step)).Decimals);

    [Fact]
    public void Any_value_fits_and_none_is_negative() => Gen.Select(Values.Array[0, 12], Gen.Bool).Sample((values, counted) =>
    {
        var scale = ChartScale.For(values, counted);
        Assert.True(scale.Step > 0);
        Assert.True(scale.Top >= values.DefaultIfEmpty().Max());
        Assert.True(!counted || decimal.IsInteger(scale.Step));
        Assert.All(values, value => Assert.InRange(scale.Reach(value, 150), 0, 150));
    });

    [Fact]
    public void The_highest_value_uses_at_least_two_fifths_of_the_axis() => Values.Where(value => value > 0).Sample(value =>
        Assert.True(ChartScale.For([value], wholeNumbers: false).Reach(value, 100) >= 40));

    [Fact]
    public void A_higher_value_never_reaches_less() => Gen.Select(Values, Values).Sample((one, other) =>
    {
        var scale = ChartScale.For([one, other], wholeNumbers: false);
        Assert.True(scale.Reach(Math.Max(one, other), 200) >= scale.Reach(Math.Min(one, other), 200));
    });

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
