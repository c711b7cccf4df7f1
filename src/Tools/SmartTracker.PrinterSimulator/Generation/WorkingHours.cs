namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>When people send jobs.</summary>
internal sealed class WorkingHours(Chance chance, TimeZoneInfo zone)
{
    private const int OpensAtSecond = 7 * 3600 + 1800;
    private const int ClosesAtSecond = 18 * 3600;

    /// <summary>Sorted moments on the working days of the month.</summary>
    public List<DateTimeOffset> InMonth(DateOnly month, int count)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(first.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        return [.. Enumerable.Range(0, count)
            .Select(_ => At(chance.Pick(days), chance.Between(OpensAtSecond, ClosesAtSecond))).Order()];
    }

    /// <summary>Sorted moments between the start of the month of <paramref name="until"/> and that moment, far enough before it to be printed.</summary>
    public List<DateTimeOffset> InMonthUntil(DateTimeOffset until, int count)
    {
        var local = TimeZoneInfo.ConvertTime(until, zone);
        var start = At(new DateOnly(local.Year, local.Month, 1), 0);
        var room = (until - start).Ticks;
        return [.. Enumerable.Range(0, count).Select(_ => Whole(start.AddTicks((long)(room * chance.Fraction() * 0.9m)))).Order()];
    }

    private DateTimeOffset At(DateOnly day, int second)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddSeconds(second);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Whole(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
}
