using NodaTime;

namespace SmartTracker.Scheduling.Domain;

/// <summary>How long failed work waits: one minute, doubled with each further failure, never longer than its own interval or an hour.</summary>
public static class RetryDelay
{
    public static readonly Duration First = Duration.FromMinutes(1);
    public static readonly Duration Longest = Duration.FromHours(1);

    private const double Spread = 0.2;

    /// <param name="attempts">Attempts since the last success, at least 1.</param>
    /// <param name="chance">From 0 to 1; spreads works that failed together (a network, a database) by a fifth in both directions.</param>
    public static Duration After(int attempts, Duration every, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);

        // 2^6 minutes are beyond the longest delay already.
        var doubled = First * (1 << Math.Min(attempts - 1, 6));
        var delay = Duration.Min(doubled, Duration.Max(First, Duration.Min(every, Longest)));
        return delay * (1 - Spread + 2 * Spread * chance);
    }
}
