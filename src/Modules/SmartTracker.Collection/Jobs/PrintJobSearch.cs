using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Jobs;

internal static class PrintJobSearch
{
    private const int MostWords = 5;

    /// <summary>Jobs in whose name, user or device id every one of the words stands.</summary>
    public static IQueryable<PrintJobRow> Holding(this IQueryable<PrintJobRow> jobs, string? words)
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var text = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Runs as SQL lower(), which has no culture.
            jobs = jobs.Where(job =>
                job.JobName!.ToLower().Contains(text) || job.UserName!.ToLower().Contains(text) || job.DeviceJobId.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return jobs;
    }
}
