using NodaTime;

namespace SmartTracker.Collection.Domain;

/// <summary>Finds out which jobs of a list are known from another source. Whatever is not certain is asked about: neither counted twice, nor lost.</summary>
/// <remarks>A job that is found to be known is left out of the books. So it does not matter for any sum which of several known ones it is, only that each
/// of them stands for no more than one.</remarks>
public sealed class ListMatching
{
    /// <summary>One source cuts the second and another rounds it.</summary>
    public static readonly Duration Second = Duration.FromSeconds(2);

    public static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Beyond its precision a time may still be meant: one source takes the end, another the moment at which it wrote its line.</summary>
    public static readonly Duration Near = Duration.FromMinutes(5);

    private readonly IReadOnlyList<ListedJob> _listed;
    private readonly IReadOnlyList<ListedJob> _known;
    private readonly Dictionary<string, Duration> _precisions;
    private readonly Duration _precision;
    private readonly List<(Instant EndedAt, int Known)> _inTime;
    private readonly int?[] _jobOf;
    private readonly int?[] _listingOf;
    private readonly bool[] _hadSame;
    private List<int>[] _sameAs = [];

    private ListMatching(IReadOnlyList<ListedJob> listed, IReadOnlyList<ListedJob> known)
    {
        (_listed, _known) = (listed, known);
        _precision = Precision(listed);
        _precisions = known.GroupBy(job => job.Source ?? "").ToDictionary(source => source.Key, source => Precision([.. source]));
        _inTime = [.. known.Select((job, index) => (job, index)).Where(each => each.job is { IsOver: true, EndedAt: not null }).Select(each => (each.job.EndedAt!.Value, each.index)).Order()];
        (_jobOf, _listingOf, _hadSame) = (new int?[listed.Count], new int?[known.Count], new bool[listed.Count]);
    }

    /// <param name="listed">Of one list, none of them known by its id.</param>
    /// <param name="known">Of the same device from other sources, none of them found in this source's lists before.</param>
    /// <param name="stretch">Over which all jobs should be known, because the printer was read by another protocol until now; null where it was not.</param>
    /// <param name="mayBeMissing">Moments of the stretch at which jobs may have been missed.</param>
    public static IReadOnlyList<ListingFound> Of(
        IReadOnlyList<ListedJob> listed, IReadOnlyList<ListedJob> known, Interval? stretch = null, Func<Instant, bool>? mayBeMissing = null)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(known);
        var matching = new ListMatching(listed, known);
        matching.Join((job, ended) => matching.IsSame(job, ended), matching.Around);
        var waiting = Enumerable.Range(0, known.Count).Where(other => !known[other].IsOver).ToList();
        matching.Join(IsWaiting, _ => waiting);
        return [.. Enumerable.Range(0, listed.Count).Select(job => matching.Found(job, stretch, mayBeMissing ?? (_ => false)))];
    }

    private ListingFound Found(int job, Interval? stretch, Func<Instant, bool> mayBeMissing)
    {
        if (_jobOf[job] is { } known)
            return new(ListingVerdict.Same, known);
        var isDoubtful = _hadSame[job]
            || Around(_listed[job]).Any(other => _listingOf[other] is null && IsDoubtful(_listed[job], _known[other]))
            || (stretch is { } covered && ShouldBeKnown(_listed[job], covered, mayBeMissing));
        return new(isDoubtful ? ListingVerdict.Asked : ListingVerdict.New, null);
    }

    private bool ShouldBeKnown(ListedJob job, Interval covered, Func<Instant, bool> mayBeMissing)
    {
        if (job.EndedAt is not { } ended)
            return job.IsOver;
        // Where not one job is found although the list reaches back, the two may have clocks or zones of their own; then nothing tells what is new.
        return Array.TrueForAll(_jobOf, found => found is null)
            ? ended <= covered.End + Duration.FromDays(1) && _listed.Any(listed => listed.EndedAt <= covered.End)
            : ended >= covered.Start && ended <= covered.End && !mayBeMissing(ended);
    }

    /// <summary>As many as can be joined, by augmenting paths: nothing is left over that another choice would have found a job for.</summary>
    private void Join(Func<ListedJob, ListedJob, bool> isSame, Func<ListedJob, IEnumerable<int>> candidates)
    {
        _sameAs =
        [
            .. _listed.Select(job => candidates(job).Where(other => isSame(job, _known[other]))
                .OrderBy(other => Distance(job, _known[other])).ThenBy(other => other).ToList()),
        ];
        foreach (var job in Enumerable.Range(0, _listed.Count).Where(job => _jobOf[job] is null).OrderBy(job => _listed[job].EndedAt))
        {
            _hadSame[job] |= _sameAs[job].Count > 0;
            TryJoin(job, []);
        }
    }

    private bool TryJoin(int job, HashSet<int> tried)
    {
        foreach (var other in _sameAs[job].Where(tried.Add))
        {
            if (_listingOf[other] is { } holder && !TryJoin(holder, tried))
                continue;
            (_jobOf[job], _listingOf[other]) = (other, job);
            return true;
        }

        return false;
    }

    /// <summary>Known jobs that ended at about the same time.</summary>
    private IEnumerable<int> Around(ListedJob job)
    {
        if (job is not { IsOver: true, EndedAt: { } ended })
            return [];
        var first = _inTime.BinarySearch((ended - Near, -1));
        return _inTime.Skip(first < 0 ? ~first : first).TakeWhile(known => known.EndedAt <= ended + Near).Select(known => known.Known);
    }

    private bool IsSame(ListedJob one, ListedJob other) => Distance(one, other) <= Precision(other) && one.With(other) is ( > 0, 0);

    /// <summary>One source says that it ended what the other still has waiting.</summary>
    private static bool IsWaiting(ListedJob one, ListedJob waiting) =>
        one.IsOver && one.IsNamedLike(waiting) && one.EndedAt >= waiting.ArrivedAt && one.With(waiting).Unlike == 0;

    private bool IsDoubtful(ListedJob one, ListedJob other)
    {
        var (alike, unlike) = one.With(other);
        return Distance(one, other) <= Precision(other) ? alike > 0 || unlike == 0 : unlike == 0 && (alike > 1 || one.IsNamedLike(other));
    }

    private static Duration? Distance(ListedJob one, ListedJob other) =>
        one.EndedAt is { } left && other.EndedAt is { } right ? (left < right ? right - left : left - right) : null;

    private Duration Precision(ListedJob known) => Duration.Max(_precision, _precisions[known.Source ?? ""]);

    // One job may end at a full minute by chance; all of a list do so only where it has no seconds.
    private static Duration Precision(IReadOnlyList<ListedJob> jobs) => jobs.All(job => job.IsToTheMinute) ? Minute : Second;
}

/// <param name="Known">Which of the known jobs it is.</param>
public readonly record struct ListingFound(ListingVerdict Verdict, int? Known);

public enum ListingVerdict
{
    New,

    /// <summary>A known job, listed by another source too.</summary>
    Same,

    /// <summary>A person has to say.</summary>
    Asked,
}
