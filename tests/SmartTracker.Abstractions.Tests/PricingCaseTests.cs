using SmartTracker.Abstractions.Quantities;
using static SmartTracker.Abstractions.Tests.SharedCases;

namespace SmartTracker.Abstractions.Tests;

/// <summary>The shared pricing cases that are about money alone. The first entry of each is written out, so that none is empty without the folder.</summary>
public sealed class PricingCaseTests
{
    public static TheoryData<string, string, string> HalfCents()
    {
        var cases = new TheoryData<string, string, string> { { "-7612.50", "19", "-1446.38" } };
        if (PricingCase("P33") is { } row)
        {
            var factors = row[2].Split(" * ");
            cases.Add(factors[0], factors[1].TrimEnd('%', ' '), row[4].Split(' ')[0]);
        }

        return cases;
    }

    public static TheoryData<string, string> Sums()
    {
        var cases = new TheoryData<string, string> { { "185.76 + 14.29", "200.05" } };
        if (PricingCase("P35") is { } row)
        {
            foreach (var (sum, expected) in row[2].Split(" | ").Zip(row[4].Split(" | ")))
                cases.Add(sum, expected);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(HalfCents))]
    public void A_negative_half_cent_of_tax_rounds_away_from_zero(string net, string percent, string expected) =>
        Assert.Equal(Number(expected), (new Money(Number(net), Currency.Euro) * (Number(percent) / 100)).Rounded().Amount);

    [Theory]
    [MemberData(nameof(Sums))]
    public void Sums_are_decimal_not_binary(string sum, string expected)
    {
        var parts = sum.Split(' ');
        var left = new Money(Number(parts[0]), Currency.Euro);
        var right = new Money(Number(parts[2]), Currency.Euro);

        Assert.Equal(Number(expected), (parts[1] == "-" ? left - right : left + right).Amount);
    }
}
