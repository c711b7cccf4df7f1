using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>How soon a printer is read again. A busy one so soon that its list cannot roll over unseen; one that does not answer ever more
/// rarely, so that it costs nobody else's time.</summary>
public static class CollectionPace
{
    private const int MostDoublings = 10;

    public static readonly Duration Soonest = Duration.FromMinutes(1);

    public static readonly Duration Rarest = Duration.FromHours(1);

    /// <summary>Whoever keeps a place for longer is read beside the others and not among them.</summary>
    public static readonly Duration Slow = Duration.FromSeconds(10);

    /// <param name="wasRead">Its jobs were read whole at least once.</param>
    /// <param name="failures">In a row, since then.</param>
    /// <param name="took">What it was spoken to for the last time.</param>
    public static VisitLane Lane(bool wasRead, int failures, Duration took) =>
        wasRead && failures == 0 && took <= Slow ? VisitLane.Prompt : VisitLane.Doubtful;

    /// <param name="usual">As set for the tenant.</param>
    /// <param name="changed">Jobs that are new in its list since it was read last.</param>
    /// <param name="listHolds">Jobs that its list held; null where it does not say.</param>
    /// <param name="elapsed">Since it was read last; null where it never was.</param>
    public static Duration AfterSuccess(Duration usual, int changed, int? listHolds, Duration? elapsed)
    {
        if (listHolds is not > 0 || changed == 0 || elapsed is not { } time || time <= Duration.Zero)
            return usual;
        // At this pace the list is half new after so long.
        var half = time * (listHolds.Value / 2.0 / changed);
        return Duration.Max(Duration.Min(usual, half), Duration.Min(Soonest, usual));
    }

    /// <param name="failures">In a row, this one among them.</param>
    /// <param name="chance">0 to 1: spreads printers that failed together, by a fifth either way.</param>
    public static Duration AfterFailure(Duration usual, int failures, double chance)
    {
        var doubled = usual * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return Duration.Min(doubled, Duration.Max(usual, Rarest)) * (0.8 + 0.4 * chance);
    }
}
