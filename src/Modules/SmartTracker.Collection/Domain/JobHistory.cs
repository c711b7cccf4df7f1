using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>One answer's word about one job.</summary>
/// <param name="Queue">The device's job list, whose modification numbers count together.</param>
/// <param name="Modification">The device's count of changes, or 0 where it gives none.</param>
/// <param name="ObservedAt">When the answer arrived.</param>
public sealed record JobSighting(string Queue, long Modification, Instant ObservedAt, JobFigures Figures)
{
    /// <summary>Stands for the job list where an import brought the job.</summary>
    public const string ImportQueue = "import";

    private string? _json;
    private SightingKey? _key;

    public bool IsFromImport => Queue == ImportQueue;

    /// <summary>The figures as they are stored.</summary>
    public string Json => _json ??= Figures.ToJson();

    // Hashed only when it is asked for: of a million new jobs no two are compared.
    public SightingKey Key => _key ??= new(Queue, Modification, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Json))));

    public bool Equals(JobSighting? other) => other is not null && ObservedAt == other.ObservedAt && Key == other.Key;

    public override int GetHashCode() => HashCode.Combine(ObservedAt, Key);
}

/// <summary>Two answers that say the same about the same modification are one sighting.</summary>
public sealed record SightingKey(string Queue, long Modification, string ContentHash);

/// <summary>What all sightings of one job come to. They form a set, so their order, repetition and batching do not matter.</summary>
/// <param name="Sightings">From the first to the latest; at least one.</param>
/// <param name="Current">What the latest sighting says, with the times that only an earlier one knows.</param>
/// <param name="Revision">1, and one more for each time that an accounted figure or the status changed.</param>
public sealed record JobHistory(IReadOnlyList<JobSighting> Sightings, JobFigures Current, int Revision)
{
    public Instant FirstSeenAt => Sightings[0].ObservedAt;

    public Instant LastChangedAt => Sightings[^1].ObservedAt;

    /// <summary>What is current, as it is stored.</summary>
    public string Json => ReferenceEquals(Current, Sightings[^1].Figures) ? Sightings[^1].Json : Current.ToJson();

    /// <summary>The moment that decides the period.</summary>
    public Instant AccountedAt => Current.CompletedAt is { } completed ? Instant.FromDateTimeOffset(completed) : FirstSeenAt;

    /// <exception cref="ArgumentException">There is no sighting.</exception>
    public static JobHistory Of(IEnumerable<JobSighting> sightings)
    {
        var all = sightings.ToList();
        if (all.Count == 0)
            throw new ArgumentException("A job that nobody saw has no history.", nameof(sightings));
        if (all.Count == 1)
            return new JobHistory(all, all[0].Figures, 1);

        var ordered = Distinct(all);

        var (current, revision) = (ordered[0].Figures, 1);
        foreach (var sighting in ordered.Skip(1))
        {
            var figures = sighting.Figures.RememberingTimes(current);
            if (!figures.IsAccountedLike(current))
                revision++;
            current = figures;
        }

        return new JobHistory(ordered, current, revision);
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
