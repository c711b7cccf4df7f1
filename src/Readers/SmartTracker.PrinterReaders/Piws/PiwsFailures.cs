using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>What is wrong with a document, read from the archive or fresh.</summary>
internal static class PiwsFailures
{
    public static ReaderFailure? Of(PiwsJobQueueSnapshot snapshot, RawAnswer answer) => snapshot.Defect switch
    {
        null => null,
        _ when !answer.IsWhole || snapshot.Defect == PiwsDefect.CutOff => DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        PiwsDefect.TooLarge => DeviceFailures.TooLarge(answer.Body.Length),
        _ => new(ReaderFailureCode.Nonsense, answer.Path),
    };
}
