using CsCheck;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Abstractions.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<long> Cents = Gen.Long[-1_000_000_000, 1_000_000_000];

    private static readonly Gen<decimal[]> Weights = Gen.Int[0, 1000].Select(weight => (decimal)weight).Array[1, 20].Where(weights => weights.Sum() > 0);

    [Theory]
    [InlineData("18.525", "18.53")]
    [InlineData("2.345", "2.35")]
    [InlineData("-2.345", "-2.35")]
    [InlineData("-1446.375", "-1446.38")]
    [InlineData("1.005", "1.01")]
    public void Rounds_half_away_from_zero(string amount, string expected) =>
        Assert.Equal(Number(expected), new Money(Number(amount), Currency.Euro).Rounded().Amount);

    [Fact]
    public void Summing_first_and_rounding_once_differs_from_rounding_lines()
    {
        // Three lines of 0.335 (DOMAIN.md 1.11, no. 6).
        Assert.Equal(1.01m, Money.Round(0.335m + 0.335m + 0.335m, 2));
        Assert.Equal(1.02m, Money.Round(0.335m, 2) * 3);
    }

    [Theory]
    [InlineData("JPY", "123")]
    [InlineData("EUR", "123.46")]
    [InlineData("KWD", "123.457")]
    public void Rounds_to_the_decimals_of_its_currency(string currency, string expected) =>
        Assert.Equal(Number(expected), new Money(123.4567m, new Currency(currency)).Rounded().Amount);

    [Fact]
    public void Refuses_to_mix_currencies()
    {
        var franc = new Money(1m, new Currency("CHF"));

        Assert.Throws<InvalidOperationException>(() => franc + new Money(1m, Currency.Euro));
        Assert.Throws<InvalidOperationException>(() => franc - new Money(1m, Currency.Euro));
        Assert.Throws<InvalidOperationException>(() => franc > new Money(1m, Currency.Euro));
    }

    [Theory]
    [InlineData("185.76", "14.29", "200.05")]
    [InlineData("135.27", "5.99", "141.26")]
    [InlineData("201.48", "-7.05", "194.43")]
    public void Adds_exactly(string left, string right, string expected) =>
        Assert.Equal(Number(expected), (new Money(Number(left), Currency.Euro) + new Money(Number(right), Currency.Euro)).Amount);

    [Fact]
    public void Micro_units_come_back_as_they_went() =>
        Gen.Long.Sample(micros => Money.FromMicros(micros, Currency.Euro).Micros == micros);

    [Fact]
    public void Micro_units_round_half_away_from_zero()
    {
        Assert.Equal(2, new Money(0.0000015m, Currency.Euro).Micros);
        Assert.Equal(-2, new Money(-0.0000015m, Currency.Euro).RoundedToMicros().Micros);
    }

    [Theory]
    [InlineData("100.00", "1 1 1", "33.34 33.33 33.33")]
    [InlineData("-100.00", "1 1 1", "-33.34 -33.33 -33.33")]
    [InlineData("0.05", "3 7", "0.02 0.03")]
    [InlineData("-0.05", "3 7", "-0.02 -0.03")]
    [InlineData("0.01", "0 1", "0.00 0.01")]
    public void Splits_to_the_last_cent(string amount, string weights, string expected) =>
        Assert.Equal(Numbers(expected), new Money(Number(amount), Currency.Euro).Allocate(Numbers(weights)).Select(share => share.Amount));

    [Fact]
    public void Splits_yen_into_whole_yen() =>
        Assert.Equal([34m, 33m, 33m], new Money(100m, new Currency("JPY")).Allocate([1m, 1m, 1m]).Select(share => share.Amount));

    [Fact]
    public void Shares_always_sum_to_the_whole_and_differ_from_their_part_by_less_than_a_cent() =>
        Gen.Select(Cents, Weights).Sample((cents, weights) =>
        {
            var whole = new Money(cents / 100m, Currency.Euro);
            var shares = whole.Allocate(weights);
            var part = whole.Amount / weights.Sum();
            return shares.Sum(share => share.Amount) == whole.Amount
                && shares.Select((share, i) => Math.Abs(share.Amount - weights[i] * part) < 0.01m).All(near => near);
        });

    [Fact]
    public void A_credit_note_mirrors_its_invoice() =>
        Gen.Select(Cents, Weights).Sample((cents, weights) =>
        {
            var whole = new Money(cents / 100m, Currency.Euro);
            return whole.Allocate(weights).Select(share => -share).SequenceEqual((-whole).Allocate(weights));
        });

    [Fact]
    public void Refuses_weights_that_say_nothing()
    {
        var euro = new Money(1m, Currency.Euro);

        Assert.Throws<ArgumentException>(() => euro.Allocate([]));
        Assert.Throws<ArgumentException>(() => euro.Allocate([0m, 0m]));
        Assert.Throws<ArgumentException>(() => euro.Allocate([2m, -1m]));
        Assert.Throws<InvalidOperationException>(() => new Money(0.001m, Currency.Euro).Allocate([1m]));
    }

    private static decimal Number(string text) => SharedCases.Number(text);

    private static decimal[] Numbers(string text) => [.. text.Split(' ').Select(Number)];
}
