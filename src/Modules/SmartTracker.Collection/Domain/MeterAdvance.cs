using NodaTime;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Domain;

/// <summary>How far one counter went in a stretch of time.</summary>
/// <param name="From">The read that it is counted from: the last one before the stretch, or the first one in it.</param>
/// <param name="To">The last read in the stretch.</param>
public sealed record MeterAdvance(string Meter, MeterKind Kind, Instant From, Instant To, MeterUsage Usage)
{
    /// <summary>More than any large-format printer does: 30 impressions, 20 m of media of 1.6 m and 30 ml of ink in a second.</summary>
    private static long PerSecond(MeterKind kind) => kind switch
    {
        MeterKind.Impressions or MeterKind.MediaSheets => 30,
        MeterKind.MediaLength => 20_000_000,
        MeterKind.MediaArea => 32_000_000,
        MeterKind.Ink => 30_000_000,
        _ => 1_000_000_000,
    };

    /// <summary>Of each counter that was read at least twice in or around the stretch.</summary>
    /// <param name="runs">Of one printer, in any order; those of a device before it was exchanged among them.</param>
    public static IReadOnlyList<MeterAdvance> Over(Interval stretch, IEnumerable<MeterRun> runs) =>
    [
        .. runs.GroupBy(run => (run.Device, run.Meter))
            .Select(meter => Of(stretch, [.. meter.OrderBy(run => run.FirstReadAt)]))
            .OfType<MeterAdvance>()
            .OrderBy(advance => advance.Kind).ThenBy(advance => advance.Meter, StringComparer.Ordinal),
    ];

    private static MeterAdvance? Of(Interval stretch, List<MeterRun> runs)
    {
        var before = runs.FindLastIndex(run => run.FirstReadAt <= stretch.Start);
        var reached = runs.FindLastIndex(run => run.FirstReadAt <= stretch.End);
        var first = Math.Max(before, 0);
        if (reached < first || runs[reached].LastReadAt < stretch.Start)
            return null;

        var from = before < 0 ? runs[0].FirstReadAt : Instant.Min(runs[before].LastReadAt, stretch.Start);
        var to = Instant.Min(runs[reached].LastReadAt, stretch.End);
        if (to <= from)
            return null;

        var usage = MeterUsage.None;
        for (var i = first; i < reached; i++)
            usage += MeterUsage.Between(runs[i].Value, runs[i + 1].Value, runs[i + 1].Maximum, Plausible(runs[i], runs[i + 1]));
        return new(runs[0].Meter, runs[0].Kind, from, to, usage);
    }

    private static long Plausible(MeterRun earlier, MeterRun later)
    {
        var seconds = (long)Math.Min(Math.Ceiling((later.FirstReadAt - earlier.LastReadAt).TotalSeconds) + 60, 1e9);
        return seconds * PerSecond(later.Kind);
    }
}
