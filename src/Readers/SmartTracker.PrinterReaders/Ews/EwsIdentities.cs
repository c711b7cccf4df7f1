using System.Security.Cryptography;
using System.Text;
using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>Gives each row of a list an id that it has again in the next list: the moment at which the job ended, and a number where several ended
/// at that moment. Nothing else in a row is sure to stay: names vanish when somebody switches the printer's privacy setting, words change with its
/// language, copies and ink grow with a reprint.</summary>
internal sealed class EwsIdentities
{
    private readonly Dictionary<EwsJob, string> _ids = new(ReferenceEqualityComparer.Instance);

    /// <param name="before">What the last list knew: of a moment's jobs the older ones may have left the list since.</param>
    public EwsIdentities(IReadOnlyList<EwsJob> jobs, EwsCursor before)
    {
        var moments = OldestFirst(jobs).Select(job => (Job: job, Moment: MomentOf(job))).Where(job => job.Moment is not null)
            .GroupBy(job => job.Moment!, job => job.Job, StringComparer.Ordinal).ToList();
        foreach (var moment in moments)
        {
            var number = Math.Max(0, before.Crowds.GetValueOrDefault(moment.Key) - moment.Count());
            foreach (var job in moment)
                _ids[job] = ++number == 1 ? moment.Key : FormattableString.Invariant($"{moment.Key}#{number}");
            if (number > 1 && Crowds.Count < EwsCursor.CrowdsKept)
                Crowds[moment.Key] = number;
        }

        Newest = [.. moments.AsEnumerable().Reverse().Take(EwsCursor.NewestKept).Select(moment => moment.Key)];
        IsContinued = before.Newest.Count == 0 || before.Newest.Any(moment => moments.Exists(known => known.Key == moment));
    }

    public Dictionary<string, int> Crowds { get; } = new(StringComparer.Ordinal);

    /// <summary>Moments of the last few jobs.</summary>
    public IReadOnlyList<string> Newest { get; }

    /// <summary>The list still holds a job that the last one ended with.</summary>
    public bool IsContinued { get; }

    /// <summary>Null for a row without a time: nothing could tell it from another.</summary>
    public string? Of(EwsJob job) => _ids.GetValueOrDefault(job);

    private static IEnumerable<EwsJob> OldestFirst(IReadOnlyList<EwsJob> jobs)
    {
        var times = jobs.Select(job => job.PrintedAt?.Local).OfType<DateTime>().ToList();
        return times.Count > 1 && times[0] > times[^1] ? jobs.Reverse() : jobs;
    }

    // Never only digits: it is no number that a device counts by.
    private static string? MomentOf(EwsJob job) => job.PrintedAt is { } time
        ? "e" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(time.OrderFree ?? time.Raw)))[..16]
        : null;
}
