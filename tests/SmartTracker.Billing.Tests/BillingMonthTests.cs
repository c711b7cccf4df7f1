using NodaTime;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Tests;

public class BillingMonthTests
{
    [Theory]
    [InlineData(2026, 3, 743)]  // loses an hour to summer time
    [InlineData(2026, 10, 745)] // and gets it back
    [InlineData(2026, 2, 672)]
    public void A_month_is_as_long_as_the_customers_clocks_say(int year, int month, int hours) =>
        Assert.Equal(Duration.FromHours(hours), new BillingMonth(new YearMonth(year, month), Make.Berlin).Interval.Duration);

    [Fact]
    public void The_first_instant_of_the_next_month_is_not_in_it()
    {
        var end = Instant.FromUtc(2026, 10, 31, 23, 0);

        Assert.Equal(end, Make.October.Interval.End);
        Assert.False(Make.October.Interval.Contains(end));
        Assert.True(Make.October.IsOver(end));
        Assert.False(Make.October.IsOver(end - Duration.Epsilon));
    }
}
