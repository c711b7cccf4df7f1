using CsCheck;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Tests;

public class MonthToDateTests
{
    private static readonly DateTimeZone Berlin = Zone("Europe/Berlin");

    private static readonly DateTimeZone[] KnownZones =
    [
        DateTimeZone.Utc, Berlin, Zone("America/New_York"), Zone("Asia/Kathmandu"), Zone("Australia/Lord_Howe"), Zone("Pacific/Apia"),
        Zone("America/Sao_Paulo"), Zone("Africa/Casablanca"), Zone("Asia/Beirut"),
    ];

    private static readonly Gen<DateTimeZone> Zones = Gen.Int[0, KnownZones.Length - 1].Select(index => KnownZones[index]);

    private static readonly Gen<Instant> Instants =
        Gen.Long[Instant.FromUtc(2000, 3, 1, 0, 0).ToUnixTimeTicks(), Instant.FromUtc(2100, 1, 1, 0, 0).ToUnixTimeTicks()].Select(Instant.FromUnixTimeTicks);

    [Fact]
    public void The_same_days_end_at_the_same_time_of_day()
    {
        var month = MonthToDate.At(Local("2026-11-22T17:20"), Berlin);
        Assert.Equal(new YearMonth(2026, 11), month.Month);
        Assert.Equal(new LocalDate(2026, 11, 22), month.Today);
        Assert.Equal(new LocalDate(2026, 10, 1), month.Before.First);
        Assert.Equal(new LocalDate(2026, 10, 22), month.Before.Last);
        Assert.Equal(new LocalTime(17, 20), month.Before.Until);
        Assert.Equal(new Interval(Local("2026-10-01T00:00"), Local("2026-10-22T17:20")), month.Before.Interval);
    }

    [Fact]
    public void A_month_starts_and_ends_by_the_clock_of_the_zone()
    {
        var october = new YearMonth(2026, 10).In(Berlin);
        Assert.Equal(Instant.FromUtc(2026, 9, 30, 22, 0), october.Start);
        Assert.Equal(Instant.FromUtc(2026, 10, 31, 23, 0), october.End);
    }

    [Theory]
    [InlineData("2026-03-31T09:00", 28)]
    [InlineData("2026-03-29T09:00", 28)]
    [InlineData("2028-03-30T09:00", 29)]
    [InlineData("2026-07-31T23:59", 30)]
    public void A_day_that_the_month_before_does_not_have_compares_with_all_of_it(string now, int lastDay)
    {
        var month = MonthToDate.At(Local(now), Berlin);
        Assert.Equal(lastDay, month.Before.Last.Day);
        Assert.Null(month.Before.Until);
        Assert.Equal(month.Whole.Start, month.Before.Interval.End);
    }

    [Fact]
    public void The_last_day_of_a_short_month_is_compared_up_to_the_same_time()
    {
        var month = MonthToDate.At(Local("2026-03-28T09:00"), Berlin);
        Assert.Equal(Local("2026-02-28T09:00"), month.Before.Interval.End);
    }

    [Fact]
    public void January_is_compared_with_December_of_the_year_before()
    {
        var month = MonthToDate.At(Local("2026-01-05T08:00"), Berlin);
        Assert.Equal(new LocalDate(2025, 12, 5), month.Before.Last);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_counts_from_when_they_go_on()
    {
        var month = MonthToDate.At(Local("2026-04-29T02:30"), Berlin);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), month.Before.Interval.End);
    }

    [Fact]
    public void A_time_that_comes_twice_ends_at_the_first()
    {
        var month = MonthToDate.At(Local("2026-11-25T02:30"), Berlin);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), month.Before.Interval.End);
    }

    [Fact]
    public void The_first_instant_of_a_month_compares_with_nothing()
    {
        var month = MonthToDate.At(Local("2026-11-01T00:00"), Berlin);
        Assert.Equal(Duration.Zero, month.Before.Interval.Duration);
        Assert.Equal(new LocalDate(2026, 11, 1), month.Today);
    }

    [Fact]
    public void The_same_days_never_leave_the_month_before() => Gen.Select(Instants, Zones).Sample((now, zone) =>
    {
        var month = MonthToDate.At(now, zone);
        var before = month.Month.PlusMonths(-1).In(zone);
        Assert.True(month.Whole.Contains(now));
        Assert.Equal(before.Start, month.Before.Interval.Start);
        Assert.True(month.Before.Interval.End <= month.Whole.Start);
        Assert.Equal(before.End, month.Whole.Start);
        Assert.Equal(month.Month.PlusMonths(-1), month.Before.Last.ToYearMonth());
        Assert.Equal(Math.Min(month.Today.Day, month.Before.Last.Calendar.GetDaysInMonth(month.Before.Last.Year, month.Before.Last.Month)), month.Before.Last.Day);
    });

    [Fact]
    public void As_the_clock_goes_on_the_compared_days_only_grow() => Gen.Select(Instants, Zones, Gen.Int[1, 48 * 60]).Sample((now, zone, minutes) =>
    {
        var (earlier, later) = (MonthToDate.At(now, zone), MonthToDate.At(now + Duration.FromMinutes(minutes), zone));
        // When clocks go back, the time of day goes back too.
        var slack = Duration.FromHours(1);
        Assert.True(earlier.Month != later.Month || later.Before.Interval.End >= earlier.Before.Interval.End - slack);
    });

    [Fact]
    public void Months_tries_in_all_leave_no_gap() => Gen.Select(Instants, Zones, Gen.Int[1, 24]).Sample((now, zone, count) =>
    {
        var last = MonthToDate.At(now, zone).Month;
        var months = CalendarMonths.EndingWith(last, count);
        Assert.Equal(count, months.Count);
        Assert.Equal(last, months[^1]);
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.Equal(pair.First.In(zone).End, pair.Second.In(zone).Start));
    });

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Instant Local(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text).Value.InZoneStrictly(Berlin).ToInstant();
}
