namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Collects problems up to a limit: a hostile document has no end of them.</summary>
internal sealed class PiwsProblems(PiwsLimits limits)
{
    private readonly List<PiwsProblem> _problems = [];

    public IReadOnlyList<PiwsProblem> List => _problems;

    public void Add(string? job, string element, PiwsProblemKind kind, string? raw)
    {
        if (_problems.Count < limits.Problems)
            _problems.Add(new PiwsProblem(job, element, kind, raw is { Length: > PiwsProblem.RawLength } ? raw[..PiwsProblem.RawLength] : raw));
    }
}
