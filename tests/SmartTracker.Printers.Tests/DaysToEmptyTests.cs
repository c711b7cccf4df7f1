using CsCheck;
using NodaTime;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Tests;

public class DaysToEmptyTests
{
    private static readonly int[] Steps = [1, 5, 10, 20, 25];

    private static readonly Instant Start = Instant.FromUtc(2026, 11, 1, 8, 0);

    [Fact]
    public void Half_gone_in_ten_days_lasts_about_ten_more() =>
        Assert.Equal(new DaysToEmpty(9, 11), DaysToEmpty.Of([Read(100, 0), Read(50, 10)], step: 1));

    [Fact]
    public void Coarse_steps_widen_what_can_be_said() =>
        Assert.Equal(new DaysToEmpty(6, 40), DaysToEmpty.Of([Read(100, 0), Read(60, 10)], step: 20));

    [Theory]
    [InlineData(100, 99, 10)] // Less than two steps went.
    [InlineData(100, 50, 2)] // Too short.
    [InlineData(50, 50, 30)] // Nothing went.
    public void Too_early_to_say(int first, int last, int days) => Assert.Null(DaysToEmpty.Of([Read(first, 0), Read(last, days)], step: 1));

    [Fact]
    public void A_refill_begins_anew() => Assert.Null(DaysToEmpty.Of([Read(100, 0), Read(10, 10), Read(100, 11)], step: 1));

    [Fact]
    public void Another_cartridge_begins_anew_even_where_its_level_is_lower() =>
        Assert.Null(DaysToEmpty.Of([Read(100, 0) with { SerialNumber = "A" }, Read(40, 10) with { SerialNumber = "B" }], step: 1));

    [Fact]
    public void The_truth_lies_between_at_least_and_at_most() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[4, 25], Gen.Int[0, 4].Select(index => Steps[index])).Sample((perDayTenths, days, step) =>
        {
            decimal True(int day) => 100 - perDayTenths / 10m * day;
            if (True(days) <= step)
                return true;
            // The device tells the level rounded down to its step.
            var reads = Enumerable.Range(0, days + 1).Select(day => Read((int)(decimal.Floor(True(day) / step) * step), day)).ToList();
            if (DaysToEmpty.Of(reads, step) is not { } told)
                return true;
            var truth = True(days) / (perDayTenths / 10m);
            return told.AtLeast <= truth && (told.AtMost is null || told.AtMost >= decimal.Floor(truth));
        });

    private static LevelRead Read(int percent, int day) => new(percent, null, Start + Duration.FromDays(day), Start + Duration.FromDays(day));
}
