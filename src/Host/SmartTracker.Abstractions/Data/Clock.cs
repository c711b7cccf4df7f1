using NodaTime;

namespace SmartTracker.Abstractions.Data;

public static class Clock
{
    /// <summary>The current instant, cut to whole microseconds, which both databases store without loss.</summary>
    public static Instant Now(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Microseconds(time.GetUtcNow());
    }

    /// <summary>A moment that somebody else told, cut in the same way.</summary>
    public static Instant Microseconds(DateTimeOffset time)
    {
        var ticks = Instant.FromDateTimeOffset(time).ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % 10);
    }
}
