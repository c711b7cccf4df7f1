using CsCheck;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Abstractions.Tests;

public sealed class QuantityTests
{
    // A1 on a roll of 914 mm, turned and not, and the strip of three nested A2 (DOMAIN.md 1.11, no. 1 to 3).
    [Theory]
    [InlineData(594, 841, 499_554)]
    [InlineData(914, 594, 542_916)]
    [InlineData(914, 841, 768_674)]
    [InlineData(914, 1014, 926_796)]
    public void An_area_is_width_times_length(int width, int length, long expected) =>
        Assert.Equal(new Area(expected), Area.Of(Length.FromMillimetres(width), Length.FromMillimetres(length)));

    [Fact]
    public void An_area_rounds_half_away_from_zero_to_a_square_millimetre()
    {
        Assert.Equal(new Area(1), Area.Of(new Length(500), new Length(1000)));
        Assert.Equal(new Area(0), Area.Of(new Length(499), new Length(1000)));
    }

    [Fact]
    public void Inches_become_whole_micrometres()
    {
        Assert.Equal(new Length(25_400), Length.FromMillimetres(25.4m));
        Assert.Equal(609.6m, Length.FromMillimetres(24 * 25.4m).Millimetres);
    }

    [Fact]
    public void A_square_foot_is_92903_square_millimetres() =>
        Assert.Equal(new Area(92_903), Area.Of(new Length(304_800), new Length(304_800)));

    [Fact]
    public void Ink_and_area_convert_without_loss()
    {
        Gen.Long[0, 1_000_000_000_000_000].Sample(nanolitres => new InkVolume(nanolitres).Millilitres * 1_000_000m == nanolitres);
        Gen.Long[0, 1_000_000_000_000_000].Sample(mm2 => new Area(mm2).SquareMetres * Area.SquareMillimetresPerSquareMetre == mm2);
    }

    [Fact]
    public void Sums_that_leave_the_range_throw_instead_of_wrapping()
    {
        Assert.Throws<OverflowException>(() => new Area(long.MaxValue) + new Area(1));
        Assert.Throws<OverflowException>(() => new InkVolume(long.MaxValue) + new InkVolume(1));
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("CHF", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void A_currency_knows_its_decimals(string code, int decimals) => Assert.Equal(decimals, new Currency(code).Decimals);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    [InlineData("€")]
    public void A_currency_is_three_capital_letters(string code) => Assert.Throws<ArgumentException>(() => new Currency(code));

    [Fact]
    public void A_currency_that_was_never_set_says_so() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
}
