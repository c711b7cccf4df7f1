using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>A stretch of a printer's job list that was seen without interruption, or (as a gap) one that may have been missed.</summary>
/// <param name="Queue">The device's id of the job list, or empty for a gap.</param>
/// <param name="To">Modification number seen last, or null where the device gave none.</param>
public sealed record CoverageStretch(string Queue, long From, long? To, Instant FromAt, Instant ToAt, bool IsGap);

/// <summary>What a whole answer showed.</summary>
/// <param name="AnyKnown">A job in it had been seen before.</param>
public sealed record CoverageSeen(string Queue, long From, long? To, Instant At, bool AnyKnown)
{
    /// <summary>The device's list changed and holds nothing that was in it before: jobs may have come and left it unseen.</summary>
    public bool ListIsAllNew { get; init; }

    /// <param name="changed">Jobs in the answer.</param>
    public static CoverageSeen Of(string queue, long from, long? to, int? listHolds, int changed, bool anyKnown, Instant at) =>
        new(queue, from, to, at, anyKnown) { ListIsAllNew = to != from && changed >= listHolds && !anyKnown };
}

/// <summary>Keeps known which of a printer's jobs were seen. "Printed but unseen" becomes a visible gap, never silence.</summary>
public static class Coverage
{
    /// <summary>The stretches that the answer adds, and whether the first of them continues the last stored one (and replaces it).</summary>
    /// <param name="last">The newest stored stretch of this printer, or null at the first contact.</param>
    /// <param name="anyJobs">The printer had jobs before.</param>
    public static CoverageChange After(CoverageStretch? last, CoverageSeen seen, bool anyJobs)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var fresh = new CoverageStretch(seen.Queue, seen.From, seen.To, seen.At, seen.At, IsGap: false);
        if (last is null)
            return new(false, [fresh]);
        // A clock that was set back must not make a stretch end before it began.
        var at = Instant.Max(seen.At, last.ToAt);
        fresh = fresh with { FromAt = at, ToAt = at };
        if (Continues(last, seen))
            return new(true, [last with { To = Later(last.To, seen.To), ToAt = at }]);

        // The list began anew (a restart), or rolled over. If it still holds a job that we know, it reaches back far enough.
        return seen.AnyKnown || !anyJobs
            ? new(false, [fresh with { FromAt = last.ToAt }])
            : new(false, [new CoverageStretch("", 0, null, last.ToAt, at, IsGap: true), fresh]);
    }

    private static bool Continues(CoverageStretch last, CoverageSeen seen)
    {
        if (last.IsGap || last.Queue != seen.Queue || seen.ListIsAllNew)
            return false;
        var reachesBack = seen.From <= (last.To ?? 0);
        var wentBack = seen.To is { } now && last.To is { } before && now < before;
        return reachesBack && !wentBack;
    }

    private static long? Later(long? left, long? right) => left is null || right is null ? right ?? left : Math.Max(left.Value, right.Value);
}

public sealed record CoverageChange(bool ReplacesLast, IReadOnlyList<CoverageStretch> Stretches);
