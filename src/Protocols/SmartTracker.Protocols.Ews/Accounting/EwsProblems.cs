namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Collects problems up to a limit: a hostile document has no end of them.</summary>
internal sealed class EwsProblems(EwsLimits limits)
{
    private readonly List<EwsProblem> _problems = [];

    public IReadOnlyList<EwsProblem> List => _problems;

    public void Add(int? row, string element, EwsProblemKind kind, string? raw)
    {
        if (_problems.Count < limits.Problems)
            _problems.Add(new EwsProblem(row, element, kind, raw is { Length: > EwsProblem.RawLength } ? raw[..EwsProblem.RawLength] : raw));
    }
}
