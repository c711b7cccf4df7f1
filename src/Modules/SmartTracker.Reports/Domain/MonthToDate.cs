using NodaTime;

namespace SmartTracker.Reports.Domain;

/// <summary>The month that is running in a zone, and the part of the month before that it can fairly be compared with.</summary>
/// <param name="Whole">The whole month: a device clock that is ahead must not hide its jobs.</param>
public sealed record MonthToDate(YearMonth Month, LocalDate Today, Interval Whole, SameDays Before)
{
    public LocalDate FirstDay => Month.OnDayOfMonth(1);

    public static MonthToDate At(Instant now, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = now.InZone(zone).LocalDateTime;
        var month = local.Date.ToYearMonth();
        return new MonthToDate(month, local.Date, month.In(zone), SameDays.Of(month.PlusMonths(-1), local, zone));
    }
}

/// <summary>The first days of a month, up to the same time of day.</summary>
/// <param name="Until">Null where the whole month is meant, because it has fewer days.</param>
public sealed record SameDays(LocalDate First, LocalDate Last, LocalTime? Until, Interval Interval)
{
    public static SameDays Of(YearMonth month, LocalDateTime upTo, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var whole = month.In(zone);
        var lastDay = month.ToDateInterval().End;
        if (upTo.Day > lastDay.Day)
            return new SameDays(month.OnDayOfMonth(1), lastDay, null, whole);

        var day = month.OnDayOfMonth(upTo.Day);
        // A time that the clocks skip on that day counts from when they go on.
        var end = zone.AtLeniently(day + upTo.TimeOfDay).ToInstant();
        return new SameDays(month.OnDayOfMonth(1), day, upTo.TimeOfDay, new Interval(whole.Start, Clamp(end, whole)));
    }

    private static Instant Clamp(Instant instant, Interval whole) => Instant.Min(Instant.Max(instant, whole.Start), whole.End);
}
