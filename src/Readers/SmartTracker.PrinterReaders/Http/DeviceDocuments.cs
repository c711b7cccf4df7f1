namespace SmartTracker.PrinterReaders.Http;

/// <summary>The documents that one visit brought, of each the last one, and what was not understood of them.</summary>
internal sealed class DeviceDocuments(IReadOnlyList<RawAnswer> answers)
{
    private const int OK = 200;

    public ProblemList Problems { get; } = new([]);

    /// <summary>Of the first that was not understood.</summary>
    public ReaderFailure? Failure { get; private set; }

    /// <summary>Null where it did not come.</summary>
    public RawAnswer? Last(string path) => answers.LastOrDefault(answer => answer.Status == OK && answer.Path == path);

    /// <param name="detail">In what way, or null.</param>
    /// <param name="isNothing">Not even a part of it can be used.</param>
    public void NotUnderstood(RawAnswer answer, string? detail, bool isNothing)
    {
        Problems.Add(null, answer.Path, ObservationProblemCode.NotUnderstood, detail);
        Failure ??= answer.IsWhole && isNothing ? new ReaderFailure(ReaderFailureCode.Nonsense, answer.Path) : DeviceFailures.HalfDocument(answer.Body.Length, answer.Path);
    }
}
