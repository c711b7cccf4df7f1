namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary>A <c>Job</c> of the <c>JobList</c>. Has no figures: nothing can be accounted from it.</summary>
/// <param name="Category">Such as <c>Scan</c>.</param>
/// <param name="State">Such as <c>Processing</c>.</param>
public sealed record LedmJob(string Url, string? Category, string? State, string? StateUpdate)
{
    public static LedmReading<IReadOnlyList<LedmJob>> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read<IReadOnlyList<LedmJob>>(document, "JobList", root =>
    [
        .. root.All("Job").Where(element => element.IsWhole && element.TextOf("JobUrl") is not null)
            .Select(element => new LedmJob(element.TextOf("JobUrl")!, element.TextOf("JobCategory"), element.TextOf("JobState"), element.TextOf("JobStateUpdate"))),
    ]);
}
