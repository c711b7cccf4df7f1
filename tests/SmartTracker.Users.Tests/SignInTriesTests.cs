using NodaTime;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Tests;

public class SignInTriesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 17, 0);

    [Theory]
    [InlineData(5, 1)]
    [InlineData(10, 2)]
    [InlineData(15, 4)]
    [InlineData(20, 8)]
    [InlineData(25, 15)]
    [InlineData(500, 15)]
    public void Every_fifth_wrong_try_locks_for_longer_but_never_for_good(int tries, int minutes) =>
        Assert.Equal(Now + Duration.FromMinutes(minutes), After(tries).LockedUntil);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public void Other_tries_do_not_lock(int tries) => Assert.False(After(tries).IsLocked(Now));

    [Fact]
    public void A_lock_ends_when_its_time_is_over()
    {
        var locked = After(5);
        Assert.True(locked.IsLocked(Now + Duration.FromSeconds(59)));
        Assert.False(locked.IsLocked(Now + Duration.FromSeconds(60)));
    }

    [Fact]
    public void Counting_never_overflows() => Assert.Equal(int.MaxValue, new SignInTries(int.MaxValue, null).Count(Now).Failed);

    /// <summary>A guesser who tries once a second, day and night.</summary>
    [Fact]
    public void A_hundred_thousand_tries_are_at_most_forty_guesses_in_the_first_hour_and_twenty_in_any_later_one()
    {
        var state = new SignInTries(0, null);
        var guessesInHour = new int[28];
        for (var second = 0; second < 100_000; second++)
        {
            var now = Now + Duration.FromSeconds(second);
            if (state.IsLocked(now))
                continue;
            state = state.Count(now);
            guessesInHour[second / 3600]++;
        }

        Assert.InRange(guessesInHour[0], 5, 40);
        Assert.All(guessesInHour.Skip(1), guesses => Assert.InRange(guesses, 0, 20));
    }

    private static SignInTries After(int tries) => Enumerable.Range(0, tries).Aggregate(new SignInTries(0, null), (state, _) => state.Count(Now));
}
