using NodaTime;

namespace SmartTracker.Users.Domain;

/// <summary>The wrong tries of one account since its last sign-in. Every fifth one locks it: 1 minute, then 2, 4, 8 and never more than 15, so that
/// guessing is slow and nobody is locked out for good.</summary>
public readonly record struct SignInTries(int Failed, Instant? LockedUntil)
{
    public const int TriesPerLock = 5;

    private static readonly Duration LongestLock = Duration.FromMinutes(15);

    public bool IsLocked(Instant now) => LockedUntil > now;

    /// <summary>The state with one more try counted. A try is counted before the password is checked, so that parallel guesses cannot share one.</summary>
    public SignInTries Count(Instant now)
    {
        var failed = Failed == int.MaxValue ? Failed : Failed + 1;
        if (failed % TriesPerLock != 0)
            return new(failed, null);

        var doublings = Math.Min(failed / TriesPerLock - 1, 4);
        return new(failed, now + Duration.Min(Duration.FromMinutes(1 << doublings), LongestLock));
    }
}
