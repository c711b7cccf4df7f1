using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Collection.Collecting;

/// <summary>When answers arrived, from themselves and not from the clock, so that a replay of the archive sees the same moment.</summary>
internal static class AnswerTime
{
    public static Instant Of(IEnumerable<RawAnswer> answers) => Clock.Microseconds(answers.Max(answer => answer.ReceivedAt));
}
