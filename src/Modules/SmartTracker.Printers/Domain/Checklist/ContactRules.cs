namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>Does it answer, and is it the one that is registered?</summary>
internal static class ContactRules
{
    /// <summary>Codes of problems of a printer that did answer; other points speak of them.</summary>
    private static readonly string[] AnsweredAllTheSame =
    [
        PrinterProblems.KeyChanged, PrinterProblems.CertificateRefused, PrinterProblems.PasswordRefused, PrinterProblems.PasswordRequired,
        PrinterProblems.SerialChangedCode, PrinterProblems.RegisteredTwiceCode,
    ];

    public static Finding Contact(ReadinessFacts facts) => facts.Printer switch
    {
        { LastProblem: { } problem } when !AnsweredAllTheSame.Contains(problem.Code) => Finding(ReadinessResult.Failed, FindingCase.NotReached, problem),
        { LastContactAt: { } at } => Finding(ReadinessResult.Passed, FindingCase.Answers, at),
        { LastProblemAt: { } at } => Finding(ReadinessResult.Passed, FindingCase.Answers, at),
        _ => Finding(ReadinessResult.Open, FindingCase.NeverContacted),
    };

    public static Finding Identity(ReadinessFacts facts) => facts.Printer switch
    {
        { Stopped: StopReason.SerialChanged } printer =>
            new(ReadinessPoint.Identity, ReadinessResult.Failed, FindingCase.OtherDevice, printer.PresentedSerial ?? "?", printer.SerialNumber ?? "?"),
        { Stopped: StopReason.RegisteredTwice, LastProblem: { } problem } =>
            new(ReadinessPoint.Identity, ReadinessResult.Failed, FindingCase.RegisteredTwice, problem.Arguments.FirstOrDefault() ?? "?"),
        { SerialNumber: { } serial } => new(ReadinessPoint.Identity, ReadinessResult.Passed, FindingCase.SerialKnown, serial),
        _ => new(ReadinessPoint.Identity, ReadinessResult.Open, FindingCase.SerialUnknown),
    };

    private static Finding Finding(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.Contact, result, @case, values);
}
