using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Http;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>What is wrong with an answer, on the way or read from the archive.</summary>
internal static class EwsFailures
{
    public static ReaderFailure? Of(EwsAccounting accounting, RawAnswer answer) => accounting.Defect switch
    {
        null => answer.IsWhole ? null : DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        EwsDefect.WakeUpPage => new(ReaderFailureCode.Asleep, answer.Path),
        EwsDefect.LoginPage => new(ReaderFailureCode.LoginPage, answer.Path),
        EwsDefect.TooLarge => DeviceFailures.TooLarge(answer.Body.Length),
        EwsDefect.CutOff => DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        _ when !answer.IsWhole => DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        _ => new(ReaderFailureCode.Nonsense, answer.Path),
    };

    /// <summary>A sleeping printer sends every question to the page that wakes it.</summary>
    public static ReaderFailure? Of(DeviceReply reply, PrinterConnection connection, string path) =>
        reply.Failure is { Kind: DeviceFailureKind.Redirected } redirect && redirect.Detail.Contains("wakeup", StringComparison.OrdinalIgnoreCase)
            ? new ReaderFailure(ReaderFailureCode.Asleep, path)
            : DeviceFailures.Of(reply, connection, path);
}
