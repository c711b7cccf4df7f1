using NodaTime;

namespace SmartTracker.Reports.Domain;

public static class CalendarMonths
{
    /// <summary>From the first instant of the month in the zone to the first of the next (half-open).</summary>
    public static Interval In(this YearMonth month, DateTimeZone zone) => new(StartOf(month, zone), StartOf(month.PlusMonths(1), zone));

    /// <summary>That many months in a row, oldest first.</summary>
    public static IReadOnlyList<YearMonth> EndingWith(YearMonth last, int count) =>
        [.. Enumerable.Range(1 - count, count).Select(last.PlusMonths)];

    private static Instant StartOf(YearMonth month, DateTimeZone zone) => zone.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant();
}
