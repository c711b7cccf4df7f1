using SmartTracker.Abstractions.Verification;

namespace SmartTracker.Billing.Domain;

/// <summary>Goes through each job's entries in order (I2): none is missing or doubled, and each bills just what the ones before left open.</summary>
public static class BooksCheck
{
    public static IEnumerable<Finding> Find(IEnumerable<JobEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.GroupBy(entry => entry.JobId).SelectMany(job => Job([.. job.OrderBy(entry => entry.Entry)]));
    }

    private static IEnumerable<Finding> Job(List<JobEntry> entries)
    {
        var before = new List<JobEntry>();
        foreach (var (index, entry) in entries.Index())
        {
            if (entry.Entry != index + 1)
            {
                yield return Wrong(entry, $"entry {index + 1} is missing or doubled; the books hold {string.Join(", ", entries.Select(each => each.Number))}");
                yield break;
            }

            if (Fault(entry, before) is { } fault)
                yield return Wrong(entry, fault);
            before.Add(entry);
        }
    }

    private static string? Fault(JobEntry entry, List<JobEntry> before)
    {
        var cancelled = before.Where(each => each.CancelsId is not null).Select(each => each.CancelsId!.Value).ToHashSet();
        if (entry.CancelsId is { } cancels)
            return CancelFault(entry, before.Find(each => each.DocumentId == cancels), cancelled.Contains(cancels));

        var live = before.Where(each => each.CancelsId is null && !cancelled.Contains(each.DocumentId)).ToList();
        var balance = before.Sum(each => each.EffectMicros);
        if (live.Count == 0)
            return entry.EarlierMicros is null ? null : "it was billed before according to the document, and was not";
        if (entry.EarlierMicros is null)
            return $"it is billed more than once: {string.Join(", ", live.Select(each => each.Number).Append(entry.Number))}";
        return entry.EarlierMicros == balance ? null : $"the document takes {entry.EarlierMicros} micro-units for billed before, the books say {balance}";
    }

    private static string? CancelFault(JobEntry entry, JobEntry? original, bool again)
    {
        if (original is null)
            return "it is given back and was not billed";
        if (again)
            return "it is given back twice";
        return original.EffectMicros + entry.EffectMicros == 0 ? null : $"{original.EffectMicros} micro-units were billed and {-entry.EffectMicros} are given back";
    }

    private static Finding Wrong(JobEntry entry, string what) => new("I2", $"Job {entry.JobId} revision {entry.Revision}, document {entry.Number}: {what}.");
}
