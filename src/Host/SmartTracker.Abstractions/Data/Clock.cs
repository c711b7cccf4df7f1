using NodaTime;

namespace SmartTracker.Abstractions.Data;

public static class Clock
{
    /// <summary>The current instant, cut to whole microseconds, which both databases store without loss.</summary>
    public static Instant Now(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var ticks = Instant.FromDateTimeOffset(time.GetUtcNow()).ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % 10);
    }
}
