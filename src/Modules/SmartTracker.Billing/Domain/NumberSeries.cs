using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartTracker.Billing.Domain;

/// <summary>The pattern of invoice numbers, such as <c>{year}-{number:0000}</c>. With the year in it the count begins anew each year, without it goes on.</summary>
public sealed partial record NumberSeries
{
    private const int LongestNumber = 40;

    /// <exception cref="FormatException">The pattern is not acceptable; the message says what is expected.</exception>
    public NumberSeries(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (NumberPlace().Count(pattern) != 1 || YearPlace().Count(pattern) > 1)
            throw new FormatException($"'{pattern}' needs {{number}} or {{number:0000}} once and {{year}} at most once.");
        var rest = YearPlace().Replace(NumberPlace().Replace(pattern, ""), "");
        if (!PlainText().IsMatch(rest))
            throw new FormatException($"'{pattern}' may hold letters, digits, '-', '/', '.' and '_' beside {{year}} and {{number}}.");
        if (pattern.Length > LongestNumber)
            throw new FormatException($"'{pattern}' is longer than {LongestNumber} characters.");
        Pattern = pattern;
    }

    public string Pattern { get; }

    /// <summary>The year in which an invoice of that year counts, or 0 where the series counts on.</summary>
    public int CountingYear(int year) => YearPlace().IsMatch(Pattern) ? year : 0;

    /// <param name="sequence">From 1; a number that has more digits than the pattern's zeros takes the room it needs.</param>
    public string Format(int year, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        var number = NumberPlace().Replace(Pattern, place =>
            sequence.ToString("D" + Math.Max(1, place.Groups["zeros"].Length).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return YearPlace().Replace(number, year.ToString("D4", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\{number(:(?<zeros>0{1,12}))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPlace();

    [GeneratedRegex(@"\{year\}")]
    private static partial Regex YearPlace();

    [GeneratedRegex(@"^[A-Za-z0-9/._-]*\z")]
    private static partial Regex PlainText();
}
