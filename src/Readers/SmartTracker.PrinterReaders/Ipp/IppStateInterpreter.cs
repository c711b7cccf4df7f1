using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Reads what a printer said of itself: in answer to a question for its state, else what came with its jobs.</summary>
internal static class IppStateInterpreter
{
    private const int OK = 200;

    public static PrinterState Interpret(IReadOnlyList<RawAnswer> answers)
    {
        var given = answers.Where(answer => answer.Status == OK).ToList();
        var answer = given.LastOrDefault(answer => IppAsked.Is(answer, IppAsked.State)) ?? given.LastOrDefault(answer => IppAsked.Is(answer, IppAsked.Printer));
        if (answer is null)
            return new PrinterState();

        var problems = new ProblemList([]);
        var reading = IppDecoder.Decode(answer.Body);
        foreach (var problem in reading.Problems)
            problems.Add(null, problem.Attribute, ObservationProblemCode.Unreadable, $"byte {problem.Offset}, {problem.Detail}");
        if (reading.Defect is not null)
            problems.Add(null, "answer", ObservationProblemCode.NotUnderstood, reading.DefectDetail);
        var failure = IppFailures.Of(reading, answer);
        var state = failure is null ? Of(reading.Message!.Attributes(IppTag.PrinterAttributes), problems) : new PrinterState();
        return state with { Problems = problems.List, Failure = failure };
    }

    private static PrinterState Of(IReadOnlyList<IppAttribute> printer, ProblemList problems)
    {
        var reasons = new IppReasons(printer);
        var clock = printer.First("printer-current-time") as IppDateTime;
        return new PrinterState
        {
            Identity = IppIdentity.Of(printer),
            Condition = reasons.Condition,
            RawCondition = reasons.Raw,
            DeviceTime = clock?.Instant ?? (clock is { Offset: null } local ? new DateTimeOffset(local.Clock, TimeSpan.Zero) : null),
            DeviceTimeHasOffset = clock?.Offset is not null,
            Alerts = reasons.Alerts,
            Consumables = IppSupplies.Of(printer, problems),
            Media = IppTrays.Of(printer, problems),
            Meters = [.. IppMeters.Of(printer)],
        };
    }
}
