using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>One answer's word about one job.</summary>
/// <param name="Queue">The device's job list, whose modification numbers count together.</param>
/// <param name="Modification">The device's count of changes, or 0 where it gives none.</param>
/// <param name="ObservedAt">When the answer arrived.</param>
public sealed record JobSighting(string Queue, long Modification, Instant ObservedAt, JobFigures Figures)
{
    public SightingKey Key { get; } = new(Queue, Modification, Convert.ToHexString(Figures.ContentHash()));
}

/// <summary>Two answers that say the same about the same modification are one sighting.</summary>
public sealed record SightingKey(string Queue, long Modification, string ContentHash);

/// <summary>What all sightings of one job come to. They form a set, so their order, repetition and batching do not matter.</summary>
/// <param name="Current">What the latest sighting says, with the times that only an earlier one knows.</param>
/// <param name="Revision">1, and one more for each time that an accounted figure or the status changed.</param>
public sealed record JobHistory(IReadOnlyList<JobSighting> Sightings, JobFigures Current, int Revision, Instant FirstSeenAt, Instant LastChangedAt)
{
    /// <summary>The moment that decides the period.</summary>
    public Instant AccountedAt => Current.CompletedAt is { } completed ? Instant.FromDateTimeOffset(completed) : FirstSeenAt;

    /// <exception cref="ArgumentException">There is no sighting.</exception>
    public static JobHistory Of(IEnumerable<JobSighting> sightings)
    {
        var ordered = Distinct(sightings);
        if (ordered.Count == 0)
            throw new ArgumentException("A job that nobody saw has no history.", nameof(sightings));

        var (current, revision) = (ordered[0].Figures, 1);
        foreach (var sighting in ordered.Skip(1))
        {
            var figures = sighting.Figures.RememberingTimes(current);
            if (!figures.IsAccountedLike(current))
                revision++;
            current = figures;
        }

        return new JobHistory(ordered, current, revision, ordered[0].ObservedAt, ordered[^1].ObservedAt);
    }

    private static List<JobSighting> Distinct(IEnumerable<JobSighting> sightings) =>
    [
        .. sightings
            .GroupBy(sighting => sighting.Key)
            .Select(same => same.MinBy(sighting => sighting.ObservedAt)!)
            .OrderBy(sighting => sighting.ObservedAt)
            .ThenBy(sighting => sighting.Modification)
            .ThenBy(sighting => sighting.Key.Queue, StringComparer.Ordinal)
            .ThenBy(sighting => sighting.Key.ContentHash, StringComparer.Ordinal),
    ];
}
