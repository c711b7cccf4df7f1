using CsCheck;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Tests;

public class NumberSeriesTests
{
    [Theory]
    [InlineData("{year}-{number:0000}", "2026-0007", 2026)]
    [InlineData("RE/{year}/{number}", "RE/2026/7", 2026)]
    [InlineData("HP-{number:00000}", "HP-00007", 0)]
    public void A_pattern_says_how_a_number_reads_and_whether_it_counts_anew_each_year(string pattern, string number, int countingYear)
    {
        var series = new NumberSeries(pattern);

        Assert.Equal(number, series.Format(2026, 7));
        Assert.Equal(countingYear, series.CountingYear(2026));
    }

    [Theory]
    [InlineData("{year}")]
    [InlineData("{number}{number}")]
    [InlineData("{year}-{year}-{number}")]
    [InlineData("{number:0x0}")]
    [InlineData("Rechnung {number}")]
    [InlineData("{month}-{number}")]
    [InlineData("")]
    public void A_pattern_that_cannot_count_is_refused(string pattern) => Assert.Throws<FormatException>(() => new NumberSeries(pattern));

    [Fact]
    public void Two_counts_never_read_the_same() =>
        Gen.Select(Gen.Long[1, 2_000_000], Gen.Long[1, 2_000_000], Gen.OneOf(Gen.Const("{year}-{number:0000}"), Gen.Const("{number}"), Gen.Const("A{number:00}-{year}")))
            .Sample((first, second, pattern) => (first == second) == (new NumberSeries(pattern).Format(2026, first) == new NumberSeries(pattern).Format(2026, second)));

    [Fact]
    public void Numbers_without_a_gap_are_in_order() =>
        Gen.Int[0, 30].Sample(count => !NumberGaps.Find(Used(count), [new("{year}-{number:0000}", 2026, count)]).Any());

    [Fact]
    public void A_missing_number_is_found_wherever_it_is() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 29]).Where((count, missing) => missing < count).Sample((count, missing) =>
        {
            var used = Used(count);
            used.RemoveAt(missing);
            Assert.All(NumberGaps.Find(used, [new("{year}-{number:0000}", 2026, count)]), finding => Assert.Equal("I5", finding.Invariant));
            Assert.NotEmpty(NumberGaps.Find(used, [new("{year}-{number:0000}", 2026, count)]));
        });

    [Fact]
    public void A_number_that_was_rewritten_is_named()
    {
        var used = Used(2);
        used[1] = used[1] with { Number = "2026-0099" };

        Assert.Contains("2026-0099", Assert.Single(NumberGaps.Find(used, [new("{year}-{number:0000}", 2026, 2)])).Message, StringComparison.Ordinal);
    }

    private static List<NumberUsed> Used(int count)
    {
        var series = new NumberSeries("{year}-{number:0000}");
        return [.. Enumerable.Range(1, count).Select(n => new NumberUsed(series.Pattern, 2026, n, series.Format(2026, n)))];
    }
}
