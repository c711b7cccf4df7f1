using System.Globalization;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Job numbers may begin anew after a reset. Jobs are put in the order of their creation; wherever a younger job has no higher number,
/// a new numbering began. The moments between are kept (in the cursor), so that a job belongs to the same numbering at every visit. Where no
/// numbering began anew, none of this shows.</summary>
internal sealed class IppNumbering
{
    // Moments are right to a second or two: a job that was being created while the last list was made is not younger than it.
    private const int Overlap = 2;

    private readonly List<long> _restarts;

    /// <param name="jobs">Number and moment of creation, as far as known.</param>
    /// <param name="before">What the last visit knew, or null.</param>
    /// <param name="bootedAt">When the printer was switched on: what it remembers from before belongs to an older numbering.</param>
    public IppNumbering(IEnumerable<(int Number, long? BornBy)> jobs, IppCursor? before, long? bootedAt, Action<string> restarted)
    {
        _restarts = [.. before?.Restarts ?? []];
        var (number, at) = (before?.JobNumber ?? 0, before?.SeenAt ?? long.MinValue);
        foreach (var job in Young(jobs, before))
        {
            var born = job.BornBy!.Value;
            if (job.Number <= number)
            {
                restarted(string.Create(CultureInfo.InvariantCulture, $"{number} -> {job.Number}"));
                _restarts.Add(Between(at, born, bootedAt));
            }

            (number, at) = (job.Number, born);
        }

        JobNumber = number;
        if (_restarts.Count > IppCursor.MostRestarts)
            _restarts.RemoveRange(0, _restarts.Count - IppCursor.MostRestarts);
    }

    public IReadOnlyList<long> Restarts => _restarts;

    /// <summary>Of the youngest job.</summary>
    public int JobNumber { get; }

    /// <summary>Of the youngest numbering, as text.</summary>
    public string Current => Name(_restarts.LastOrDefault());

    /// <summary>Of a job's numbering: empty for the first that we met.</summary>
    public string Of(long bornBy) => Name(_restarts.FindLast(moment => moment < bornBy));

    private static List<(int Number, long? BornBy)> Young(IEnumerable<(int Number, long? BornBy)> jobs, IppCursor? before) =>
    [
        .. jobs.Where(job => job.BornBy is { } born && (before is null || born > before.SeenAt + Overlap)).OrderBy(job => job.BornBy).ThenBy(job => job.Number),
    ];

    private static string Name(long restart) => restart == 0 ? "" : restart.ToString(CultureInfo.InvariantCulture);

    private static long Between(long earlier, long later, long? bootedAt)
    {
        var middle = earlier + ((later - earlier) / 2);
        return bootedAt > middle && bootedAt < later ? bootedAt.Value : middle;
    }
}
