using CsCheck;
using NodaTime;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Tests;

public sealed class RetryDelayTests
{
    private const double Middle = 0.5;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void Daily_work_is_tried_again_after_doubling_minutes_up_to_an_hour(int attempts, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), RetryDelay.After(attempts, Duration.FromDays(1), Middle));

    [Fact]
    public void Frequent_work_is_never_slower_than_its_own_interval() =>
        Assert.Equal(Duration.FromMinutes(5), RetryDelay.After(9, Duration.FromMinutes(5), Middle));

    [Fact]
    public void Chance_spreads_by_a_fifth_and_never_more() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, 1_000_000], Gen.Double[0, 1]).Sample((attempts, seconds, chance) =>
        {
            var every = Duration.FromSeconds(seconds);
            var middle = RetryDelay.After(attempts, every, Middle);
            var delay = RetryDelay.After(attempts, every, chance);
            Assert.InRange(delay.TotalSeconds, middle.TotalSeconds * 0.8 - 0.001, middle.TotalSeconds * 1.2 + 0.001);
            Assert.InRange(middle, Duration.FromMinutes(1), Duration.FromHours(1));
        });
}
