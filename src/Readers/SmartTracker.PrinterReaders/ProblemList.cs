namespace SmartTracker.PrinterReaders;

/// <summary>Grows to a limit: a hostile document has no end of problems.</summary>
internal sealed class ProblemList(IEnumerable<ObservationProblem> before)
{
    private const int Limit = 2000;
    private const int RawLength = 200;
    private readonly List<ObservationProblem> _problems = [.. before];

    public IReadOnlyList<ObservationProblem> List => _problems;

    public void Add(string? job, string element, ObservationProblemCode code, string? raw)
    {
        if (_problems.Count < Limit)
            _problems.Add(new ObservationProblem(job, element, code, raw is { Length: > RawLength } ? raw[..RawLength] : raw));
    }
}
