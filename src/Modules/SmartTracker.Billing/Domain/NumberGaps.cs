using SmartTracker.Abstractions.Verification;

namespace SmartTracker.Billing.Domain;

/// <summary>The number an issued invoice took.</summary>
public sealed record NumberUsed(string Series, int SeriesYear, long Sequence, string Number);

/// <summary>What the series row says was assigned last.</summary>
public sealed record SeriesState(string Series, int Year, long LastNumber);

/// <summary>Whether numbers run from 1 to the last one assigned without a gap, in each series and year (I5).</summary>
public static class NumberGaps
{
    public static IEnumerable<Finding> Find(IReadOnlyCollection<NumberUsed> used, IReadOnlyCollection<SeriesState> series)
    {
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(series);
        var counts = series.Select(state => (state.Series, state.Year)).Union(used.Select(number => (number.Series, Year: number.SeriesYear)));
        foreach (var (name, year) in counts)
        {
            var numbers = used.Where(number => number.Series == name && number.SeriesYear == year).OrderBy(number => number.Sequence).ToList();
            var last = series.FirstOrDefault(state => state.Series == name && state.Year == year)?.LastNumber ?? 0;
            foreach (var finding in Gaps(name, year, numbers, last))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Gaps(string series, int year, List<NumberUsed> numbers, long last)
    {
        var expected = 1L;
        foreach (var number in numbers)
        {
            if (number.Sequence != expected)
                yield return Broken(series, year, $"invoice {number.Number} has the count {number.Sequence}, expected was {expected}");
            expected = number.Sequence + 1;
            if (NumberTextDiffers(series, year, number))
                yield return Broken(series, year, $"invoice {number.Number} does not read as the count {number.Sequence} of its series");
        }

        if (last != expected - 1)
            yield return Broken(series, year, $"the series stands at {last}, the last invoice {(numbers.Count > 0 ? numbers[^1].Number : "(none)")} has the count {expected - 1}");
    }

    // A series that counts on has no year in its pattern, so any year formats the same.
    private static bool NumberTextDiffers(string series, int year, NumberUsed number)
    {
        try
        {
            return number.Sequence < 1 || new NumberSeries(series).Format(year, number.Sequence) != number.Number;
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static Finding Broken(string series, int year, string what) =>
        new("I5", $"Number series {series}{(year == 0 ? "" : $", {year}")}: {what}.");
}
