using NodaTime;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Collection.Collecting;

/// <summary>When answers arrived, from themselves and not from the clock, so that a replay of the archive sees the same moment.</summary>
internal static class AnswerTime
{
    private const int TicksOfMicrosecond = 10;

    /// <summary>To the microsecond, which both databases keep.</summary>
    public static Instant Of(IEnumerable<RawAnswer> answers)
    {
        var ticks = Instant.FromDateTimeOffset(answers.Max(answer => answer.ReceivedAt)).ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksOfMicrosecond);
    }
}
