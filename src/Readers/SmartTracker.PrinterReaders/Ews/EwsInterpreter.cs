using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Http;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>Reads archived answers: who the printer is, and the jobs of the first accounting list that can be read.</summary>
internal static class EwsInterpreter
{
    private const int OK = 200;

    public static PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        var observation = new PrinterObservation { Identity = EwsIdentity.Of(answers) };
        var lists = answers.Where(answer => answer.Status == OK && EwsPaths.IsAccounting(answer.Path)).Select(answer => (Answer: answer, Accounting: Parse(answer))).ToList();
        if (lists.Count == 0)
            return observation;
        var best = lists.Find(list => list.Accounting.IsComplete);
        if (best.Answer is null)
            best = lists.MaxBy(list => list.Accounting.Jobs.Count);
        return With(observation, best.Answer, best.Accounting);
    }

    /// <summary>As the list was asked for.</summary>
    public static EwsAccounting Parse(RawAnswer answer) =>
        new EwsAccountingParser().Parse(answer.Body, answer.ContentType, answer.IsWhole, EwsAsked.OfPath(answer.Path).Cursor?.Order ?? EwsDateOrder.Unknown);

    private static PrinterObservation With(PrinterObservation observation, RawAnswer answer, EwsAccounting accounting)
    {
        var problems = new ProblemList([]);
        var failure = EwsFailures.Of(accounting, answer);
        if (failure is not null)
            problems.Add(null, "accounting", ObservationProblemCode.NotUnderstood, accounting.DefectDetail ?? accounting.Defect?.ToString());
        if (accounting.Layout is null)
            return observation with { Failure = failure, Problems = problems.List };

        var asked = EwsAsked.OfPath(answer.Path);
        var key = EwsCursor.PrinterKey(observation.Identity?.SerialNumber);
        var before = asked.Cursor?.Printer == key ? asked.Cursor : null;
        var known = before ?? EwsCursor.First(key);
        var identities = new EwsIdentities(accounting.Jobs, known);
        var rows = new Dictionary<int, string?>();
        foreach (var job in accounting.Jobs)
            rows[job.Row] = identities.Of(job);
        foreach (var problem in accounting.Problems)
            problems.Add(problem.Row is { } row ? rows.GetValueOrDefault(row) : null, problem.Element, Code(problem.Kind), problem.Raw);

        var clock = new EwsLocalTime(asked.Zone, answer.ReceivedAt);
        var hasStatus = accounting.Jobs.Any(job => job.Status is not null);
        var next = known with { Lists = known.Lists + 1, Order = accounting.DateOrder, Newest = identities.Newest, Crowds = identities.Crowds };
        return observation with
        {
            Jobs = [.. Interpreted(accounting.Jobs, identities, hasStatus, clock, problems)],
            Failure = failure,
            Coverage = new ObservationCoverage("accounting", identities.IsContinued ? known.Lists : known.Lists + 1, known.Lists + 1, null),
            // Half a list is asked for again as if it had not come.
            NextCursor = (failure is null ? next : before)?.ToString(),
            Problems = problems.List,
        };
    }

    private static IEnumerable<JobObservation> Interpreted(IReadOnlyList<EwsJob> jobs, EwsIdentities identities, bool hasStatus, EwsLocalTime clock, ProblemList problems)
    {
        foreach (var job in jobs)
        {
            if (identities.Of(job) is { } id)
                yield return new EwsJobInterpreter(job, id, hasStatus, clock, problems).Interpret();
            else
                problems.Add(null, nameof(EwsJob.PrintedAt), ObservationProblemCode.JobWithoutId, job.Document);
        }
    }

    private static ObservationProblemCode Code(EwsProblemKind kind) => kind switch
    {
        EwsProblemKind.AmbiguousTime => ObservationProblemCode.AmbiguousTime,
        EwsProblemKind.AmbiguousNumber => ObservationProblemCode.AmbiguousNumber,
        EwsProblemKind.UnknownUnit => ObservationProblemCode.UnknownUnit,
        EwsProblemKind.GuessedCharset => ObservationProblemCode.GuessedCharset,
        EwsProblemKind.Stray => ObservationProblemCode.JobWithoutId,
        _ => ObservationProblemCode.Unreadable,
    };
}
