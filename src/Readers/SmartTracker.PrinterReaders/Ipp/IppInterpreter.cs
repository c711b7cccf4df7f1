using System.Globalization;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Reads archived answers: who the printer is, its list of finished jobs, and what it said about single jobs.</summary>
internal static class IppInterpreter
{
    private const int OK = 200;

    public static PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
    {
        var problems = new ProblemList([]);
        var printer = answers.LastOrDefault(answer => answer.Status == OK && IppAsked.Is(answer, IppAsked.Printer));
        var list = answers.LastOrDefault(answer => answer.Status == OK && IppAsked.IsJobs(answer));
        var identity = printer is null ? null : Read(printer, problems);
        var known = identity is { IsComplete: true } && IppStatus.IsSuccess(identity.Message!.Code);
        var observation = new PrinterObservation
        {
            Identity = known ? IppIdentity.Of(identity!.Message!.Attributes(IppTag.PrinterAttributes)) : null,
            Failure = identity is null ? null : IppFailures.Of(identity, printer!),
            Problems = problems.List,
        };
        if (list is null || !known)
            return observation;

        var single = answers.Where(answer => answer.Status == OK && IppAsked.Is(answer, IppAsked.Job)).Select(answer => Read(answer, problems)).ToList();
        return With(observation, identity!.Message!.Attributes(IppTag.PrinterAttributes), printer!.ReceivedAt, list, single, problems);
    }

    private static PrinterObservation With(
        PrinterObservation observation, IReadOnlyList<IppAttribute> printer, DateTimeOffset receivedAt, RawAnswer list, IReadOnlyList<IppReading> single, ProblemList problems)
    {
        var reading = Read(list, problems);
        var failure = IppFailures.Of(reading, list);
        var before = IppAsked.CursorOf(list);
        var key = IppCursor.PrinterKey(observation.Identity!.SerialNumber);
        if (before?.Printer != key)
            before = null;

        var clock = new IppPrinterClock(printer, receivedAt, before);
        if (clock is { Ahead: { } ahead, CalendarIsRight: false })
            problems.Add(null, "printer-current-time", ObservationProblemCode.ClockOff, ahead.ToString(CultureInfo.InvariantCulture));
        var isList = reading.Message is { } message && IppStatus.IsSuccess(message.Code);
        var jobs = isList ? Listed(reading.Message!, single, problems).Select(job => new IppJobInterpreter(job.Number, job.Attributes, clock, problems)).ToList() : [];
        var numbering = new IppNumbering(
            // What is only known to be old was in an earlier list, except in the first one.
            jobs.Where(job => before is null || job.IsBirthKnown).Select(job => (job.Number, job.BornBy)), before, clock.BootedAt, raw => problems.Add(null, "job-id", ObservationProblemCode.JobNumbersRestarted, raw));
        var next = new IppCursor(key, clock.Now, clock.UpTime ?? 0, clock.BootedAt ?? clock.Now, numbering.JobNumber, numbering.Restarts);
        return observation with
        {
            Jobs = Once(jobs.Select(job => job.Interpret(numbering)), problems),
            Failure = failure,
            Coverage = isList ? Coverage(jobs, numbering, clock) : null,
            // Half a list is asked for again as if it had not come.
            NextCursor = (failure is null ? next : before)?.ToString(),
            Problems = problems.List,
        };
    }

    /// <summary>Numbers stand in for the list's counter of changes: the list reaches back to its lowest number of the youngest numbering.</summary>
    private static ObservationCoverage Coverage(List<IppJobInterpreter> jobs, IppNumbering numbering, IppPrinterClock clock)
    {
        var current = jobs.Where(job => job.BornBy is not { } born || numbering.Of(born) == numbering.Current).Select(job => job.Number).ToList();
        var highest = Math.Max(numbering.JobNumber, current.DefaultIfEmpty(0).Max());
        return new ObservationCoverage("jobs" + numbering.Current, Math.Max(0, current.DefaultIfEmpty(1).Min() - 1), highest, clock.Told);
    }

    /// <summary>The jobs of the list, with what the printer said about one alone where the list left that out.</summary>
    private static IEnumerable<(int Number, IReadOnlyList<IppAttribute> Attributes)> Listed(IppMessage list, IReadOnlyList<IppReading> single, ProblemList problems)
    {
        var alone = single.Where(reading => reading.IsComplete).SelectMany(JobGroups).ToLookup(group => group.Attributes.Integer("job-id"));
        foreach (var group in list.Groups.Where(group => group.Tag == IppTag.JobAttributes))
        {
            if (group.Attributes.Integer("job-id") is not { } number)
                problems.Add(null, "job-id", ObservationProblemCode.JobWithoutId, group.Attributes.Text("job-name"));
            else if (group.Attributes.Find("job-state") is null && alone[number].FirstOrDefault() is { } told)
                yield return (number, told.Attributes);
            else
                yield return (number, group.Attributes);
        }
    }

    private static List<JobObservation> Once(IEnumerable<JobObservation> jobs, ProblemList problems)
    {
        var once = new Dictionary<string, JobObservation>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            if (!once.TryAdd(job.DeviceJobId, job))
                problems.Add(job.DeviceJobId, "job-id", ObservationProblemCode.JobTwice, null);
        }

        return [.. once.Values];
    }

    private static IEnumerable<IppGroup> JobGroups(IppReading reading) => reading.Message!.Groups.Where(group => group.Tag == IppTag.JobAttributes);

    private static IppReading Read(RawAnswer answer, ProblemList problems)
    {
        var reading = IppDecoder.Decode(answer.Body);
        foreach (var problem in reading.Problems)
            problems.Add(null, problem.Attribute, ObservationProblemCode.Unreadable, $"byte {problem.Offset}, {problem.Detail}");
        if (reading.Defect is not null)
            problems.Add(null, IppAsked.IsJobs(answer) ? "Get-Jobs" : "answer", ObservationProblemCode.NotUnderstood, reading.DefectDetail);
        return reading;
    }
}
