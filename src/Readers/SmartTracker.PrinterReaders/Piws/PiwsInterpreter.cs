using SmartTracker.Protocols.Piws.Identity;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Reads archived answers: the identity from the last identification, the jobs from all job lists.</summary>
internal static class PiwsInterpreter
{
    private const int OK = 200;

    public static PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        var observation = new PrinterObservation { Identity = Identity(answers) };
        foreach (var answer in answers.Where(answer => answer.Status == OK))
        {
            if (PiwsCursor.OfPath(answer.Path) is { } asked)
                observation = With(observation, answer, asked);
        }

        return observation;
    }

    private static PrinterIdentity? Identity(IReadOnlyList<RawAnswer> answers)
    {
        var answer = answers.LastOrDefault(answer => answer.Status == OK && answer.Path.Contains("/Identification.", StringComparison.Ordinal));
        return answer is null ? null : PiwsMapping.Identity(PiwsIdentificationParser.Parse(answer.Body));
    }

    private static PrinterObservation With(PrinterObservation before, RawAnswer answer, PiwsCursor asked)
    {
        var problems = new ProblemList(before.Problems);
        var snapshot = Read(answer.Body, problems);
        foreach (var problem in snapshot.Problems)
            problems.Add(problem.Job, problem.Element, PiwsMapping.Code(problem.Kind), problem.Raw);

        var failure = PiwsFailures.Of(snapshot, answer);
        if (failure is not null)
            problems.Add(null, "JobQueueSnapshot", ObservationProblemCode.NotUnderstood, snapshot.DefectDetail);

        var jobs = Newest(snapshot.Jobs, problems).Select(job => new PiwsJobInterpreter(job, answer.ReceivedAt, problems).Interpret()).ToList();
        var seen = jobs.Select(job => job.DeviceJobId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return before with
        {
            Jobs = [.. before.Jobs.Where(job => !seen.Contains(job.DeviceJobId)), .. jobs],
            Failure = failure,
            Coverage = snapshot.Defect is PiwsDefect.NotXml or PiwsDefect.NotAJobQueue
                ? before.Coverage
                : new ObservationCoverage(asked.Queue, asked.ModificationNumber, snapshot.ModificationNumber, snapshot.Timestamp) { ListHolds = snapshot.NumberOfJobs },
            NextCursor = Next(snapshot, asked, problems)?.ToString(),
            Problems = problems.List,
        };
    }

    /// <summary>Strictly first, because that is fast and nearly always right.</summary>
    private static PiwsJobQueueSnapshot Read(byte[] body, ProblemList problems)
    {
        var strict = new PiwsJobQueueParser().Parse(body);
        if (strict.Defect is null or PiwsDefect.TooLarge or PiwsDefect.TooDeep || MendedText.Of(body) is not { } mended)
            return strict;
        var lenient = new PiwsJobQueueParser().Parse(mended);
        if (lenient.Defect is not null && lenient.Jobs.Count <= strict.Jobs.Count)
            return strict;
        problems.Add(null, "JobQueueSnapshot", ObservationProblemCode.GuessedCharset, strict.DefectDetail);
        return lenient;
    }

    /// <summary>Half a list is asked for again from where it began.</summary>
    private static PiwsCursor? Next(PiwsJobQueueSnapshot snapshot, PiwsCursor asked, ProblemList problems)
    {
        if (!snapshot.IsComplete || snapshot.ModificationNumber is not { } reached)
            return asked.ModificationNumber == 0 ? null : asked;
        if (reached >= asked.ModificationNumber)
            return asked with { ModificationNumber = reached };

        problems.Add(null, "ModificationNumber", ObservationProblemCode.ModificationNumberWentBack, $"{asked.ModificationNumber} -> {reached}");
        return null;
    }

    private static IEnumerable<PiwsJob> Newest(IReadOnlyList<PiwsJob> jobs, ProblemList problems)
    {
        foreach (var same in jobs.GroupBy(job => job.Uuid, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Skip(1).Any())
                problems.Add(same.Key, "UUID", ObservationProblemCode.JobTwice, null);
            yield return same.MaxBy(job => job.ModificationNumber ?? 0)!;
        }
    }
}
