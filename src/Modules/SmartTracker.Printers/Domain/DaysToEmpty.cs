using NodaTime;

namespace SmartTracker.Printers.Domain;

/// <summary>A level in percent and the time over which it was read unchanged.</summary>
/// <param name="SerialNumber">Of the cartridge, where it has one.</param>
public sealed record LevelRead(decimal Percent, string? SerialNumber, Instant FirstReadAt, Instant LastReadAt);

/// <summary>How long a consumable lasts at the pace of the last weeks, as far as the steps in which its level is told allow to say.</summary>
/// <param name="AtLeast">Whole days.</param>
/// <param name="AtMost">Whole days; null where it may last for ever.</param>
public sealed record DaysToEmpty(int AtLeast, int? AtMost)
{
    private const decimal UsualStep = 1;
    private const int MostDays = 999;

    private static readonly Duration Shortest = Duration.FromDays(3);

    /// <summary>Null where it is too early to say: fewer than three days, or less gone than two steps.</summary>
    /// <param name="reads">Oldest first; a refill or another cartridge begins anew.</param>
    /// <param name="step">The smallest difference that the device tells, in percent, where that is known.</param>
    public static DaysToEmpty? Of(IEnumerable<LevelRead> reads, decimal? step)
    {
        var since = SinceRefill(reads);
        if (since.Count < 2)
            return null;
        var (first, last) = (since[0], since[^1]);
        var days = (decimal)(last.LastReadAt - first.FirstReadAt).TotalDays;
        var gone = first.Percent - last.Percent;
        var blur = step ?? UsualStep;
        if (last.LastReadAt - first.FirstReadAt < Shortest || gone < 2 * blur)
            return null;

        // A told level may be off by one step, and so may the difference of two.
        var least = Math.Max(last.Percent - blur, 0) * days / (gone + blur);
        var most = (last.Percent + blur) * days / (gone - blur);
        return new((int)Math.Min(decimal.Floor(least), MostDays), most > MostDays ? null : (int)decimal.Ceiling(most));
    }

    private static List<LevelRead> SinceRefill(IEnumerable<LevelRead> reads)
    {
        var since = new List<LevelRead>();
        foreach (var read in reads)
        {
            if (since.Count > 0 && (read.Percent > since[^1].Percent || read.SerialNumber != since[^1].SerialNumber))
                since.Clear();
            since.Add(read);
        }

        return since;
    }
}
