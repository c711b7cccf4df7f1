namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>What happens to a job after it was printed.</summary>
public static class JobChanges
{
    /// <summary>Printed again from the printer's memory: everything that it consumed rises with the copies, the id stays.</summary>
    public static JobPlan Reprinted(this JobPlan job, int copies, DateTimeOffset completedAt)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        if (job.PrintedCopies is not > 0)
            throw new ArgumentException("Only a job with printed copies can be printed again.", nameof(job));

        var before = job.PrintedCopies.Value;
        var after = before + copies;
        return job with
        {
            PrintedCopies = after,
            PrintedPages = job.PrintedPages is { } pages ? pages + (copies * job.Pages.Count) : null,
            CompletedAt = completedAt,
            Media = job.Media?.Scaled(after, before),
            InkCubicCentimetres = job.InkCubicCentimetres?.ToDictionary(ink => ink.Key, ink => Scaled(ink.Value, after, before)),
            Pages = [.. job.Pages.Select(page => page with
            {
                PrintedCopies = page.PrintedCopies + copies,
                Media = page.Media?.Scaled(after, before),
            })],
        };
    }

    private static MediaUse Scaled(this MediaUse media, int after, int before) => media with
    {
        SquareInches = Scaled(media.SquareInches, after, before),
        LinearInches = Scaled(media.LinearInches, after, before),
    };

    private static decimal Scaled(decimal value, int after, int before) =>
        Math.Round(value * after / before, 6, MidpointRounding.AwayFromZero);
}
