using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>The parts of a date as a printer writes it, before anybody has said which number is the day.</summary>
/// <param name="First">The day, unless <paramref name="IsOpen"/>.</param>
/// <param name="Second">The month, unless <paramref name="IsOpen"/>.</param>
/// <param name="IsOpen">Two numbers between slashes or hyphens before the year: either may be the day.</param>
internal readonly record struct EwsDateParts(int Year, int First, int Second, TimeSpan Time, bool IsOpen)
{
    /// <summary>What this date alone proves about the order; Unknown where both readings are dates.</summary>
    public EwsDateOrder Proves => !IsOpen ? EwsDateOrder.Unknown : First > 12 ? EwsDateOrder.DayFirst : Second > 12 ? EwsDateOrder.MonthFirst : EwsDateOrder.Unknown;

    public string OrderFree => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Math.Min(First, Second)}-{Math.Max(First, Second)} {Time:c}");

    /// <summary>Null where the order is not known, or there is no such day.</summary>
    public DateTime? Read(EwsDateOrder order)
    {
        // 5 May is 5 May in any order.
        if (IsOpen && order == EwsDateOrder.Unknown && First != Second)
            return null;
        var (day, month) = IsOpen && order == EwsDateOrder.MonthFirst ? (Second, First) : (First, Second);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month)
            ? new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + Time
            : null;
    }
}

/// <summary>Dates in the spellings of printers: <c>18.07.2024 16:08:11</c> (seen, Russian), <c>01/04/2026 17:38:53</c> (seen, Portuguese),
/// <c>Jul 10, 2026 3:05:02 PM</c> (seen, English); others as these languages write them.</summary>
internal static partial class EwsDates
{
    private const int LongestText = 64;

    private const string Clock = @"[ ,T]*(?:at|um|à|às|alle|om|в)?\s*(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?(?:\s*(?<half>AM|PM|a\.? ?m\.?|p\.? ?m\.?))?\s*$";

    // Beginnings of month names in all eight languages; no two languages use one beginning for different months.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("ene", 1), ("gen", 1), ("янв", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("фев", 2), ("mar", 3), ("mär", 3), ("mrz", 3), ("mrt", 3), ("maa", 3), ("мар", 3),
        ("apr", 4), ("avr", 4), ("abr", 4), ("апр", 4), ("may", 5), ("mai", 5), ("mag", 5), ("mei", 5), ("май", 5), ("мая", 5), ("juin", 6), ("jun", 6), ("giu", 6), ("июн", 6),
        ("juil", 7), ("jul", 7), ("lug", 7), ("июл", 7), ("aug", 8), ("aoû", 8), ("ago", 8), ("авг", 8), ("sep", 9), ("set", 9), ("сен", 9),
        ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("окт", 10), ("nov", 11), ("ноя", 11), ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12), ("дек", 12),
    ];

    /// <summary>Null where the text is no date with a time of day.</summary>
    public static EwsDateParts? Parse(string text)
    {
        if (text.Length is 0 or > LongestText)
            return null;
        var plain = text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
        if (YearFirst().Match(plain) is { Success: true } year)
            return Parts(year, Number(year, "year"), Number(year, "second2"), Number(year, "first"), isOpen: false);
        if (Numbers().Match(plain) is { Success: true } numbers)
            return Parts(numbers, Year(numbers), Number(numbers, "first"), Number(numbers, "second2"), isOpen: numbers.Groups["mark"].Value != ".");
        var named = MonthFirst().Match(plain) is { Success: true } month ? month : DayFirst().Match(plain);
        return named.Success && Month(named.Groups["month"].Value) is { } known ? Parts(named, Number(named, "year"), Number(named, "day"), known, isOpen: false) : null;
    }

    private static EwsDateParts? Parts(Match match, int year, int first, int second, bool isOpen)
    {
        var hour = Number(match, "hour");
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is 0 or > 12)
                return null;
            hour = (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }

        var parts = new EwsDateParts(year, first, second, new TimeSpan(hour, Number(match, "minute"), match.Groups["second"].Success ? Number(match, "second") : 0), isOpen);
        var isMoment = hour <= 23 && Number(match, "minute") <= 59 && parts.Time.Days == 0 && year is >= 1970 and <= 2200;
        return isMoment && (parts.Read(EwsDateOrder.DayFirst) ?? (isOpen ? parts.Read(EwsDateOrder.MonthFirst) : null)) is not null ? parts : null;
    }

    private static int Year(Match match) => match.Groups["year"].Length == 2 ? 2000 + Number(match, "year") : Number(match, "year");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Month(string name)
    {
        foreach (var (start, month) in Months)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return month;
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})(?<mark>[./-])(?<first>[0-9]{1,2})\k<mark>(?<second2>[0-9]{1,2})" + Clock, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\s*(?<first>[0-9]{1,2})(?<mark>[./-])(?<second2>[0-9]{1,2})\k<mark>(?<year>[0-9]{4}|[0-9]{2})" + Clock, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\s*(?<month>[^0-9\s.,]{3,12})\.? (?<day>[0-9]{1,2}),? (?<year>[0-9]{4})" + Clock, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^\s*(?<day>[0-9]{1,2})\.?[ /-](?:de )?(?<month>[^0-9\s.,/-]{3,12})\.?[ /-](?:de )?(?<year>[0-9]{4})(?: г\.?)?" + Clock, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();
}
