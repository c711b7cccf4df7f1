using System.Runtime.CompilerServices;
using NodaTime;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Costing.Rating;

/// <summary>Reads all jobs from an instant on, a month at a time, so that years of jobs never lie in memory together.</summary>
internal static class AccountedJobs
{
    /// <summary>No printer that reports jobs is older; a device clock may say so all the same.</summary>
    public static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    private static readonly Instant BeforeAll = Instant.FromUtc(1900, 1, 1, 0, 0);

    private static readonly Instant AfterAll = Instant.FromUtc(9999, 1, 1, 0, 0);

    public static async IAsyncEnumerable<IReadOnlyList<PrintJob>> FromAsync(
        this IPrintJobs jobs, Instant start, Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var slice in Slices(start, now))
        {
            var found = await jobs.AccountedInAsync(slice, cancellationToken);
            if (found.Count > 0)
                yield return found;
        }
    }

    public static IEnumerable<Interval> Slices(Instant start, Instant now)
    {
        if (start < Earliest)
        {
            yield return new Interval(start < BeforeAll ? BeforeAll : start, Earliest);
            start = Earliest;
        }

        while (start <= now)
        {
            var end = start + Duration.FromDays(30);
            yield return new Interval(start, end);
            start = end;
        }

        if (start < AfterAll)
            yield return new Interval(start, AfterAll);
    }

    /// <summary>The very first slice, for those who read everything.</summary>
    public static Instant All => BeforeAll;
}
