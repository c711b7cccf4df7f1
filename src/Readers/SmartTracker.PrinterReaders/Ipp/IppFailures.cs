using System.Globalization;
using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What is wrong with an answer, read from the archive or fresh.</summary>
internal static class IppFailures
{
    public static ReaderFailure? Of(IppReading reading, RawAnswer answer) => reading.Defect switch
    {
        // Whatever follows a message that seems whole, it was not the end.
        null when !answer.IsWhole => DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        null => OfStatus(reading.Message!.Code, answer.Path),
        IppDefect.TooLarge => DeviceFailures.TooLarge(answer.Body.Length),
        IppDefect.NotIpp => new(ReaderFailureCode.Nonsense, answer.Path),
        _ when !answer.IsWhole || reading.Defect == IppDefect.CutOff => DeviceFailures.HalfDocument(answer.Body.Length, answer.Path),
        _ => new(ReaderFailureCode.Nonsense, answer.Path),
    };

    private static ReaderFailure? OfStatus(int status, string path) => status switch
    {
        _ when IppStatus.IsSuccess(status) => null,
        IppStatus.Forbidden or IppStatus.NotAuthenticated or IppStatus.NotAuthorized => new(ReaderFailureCode.PasswordRequired, path),
        IppStatus.NotFound or IppStatus.Gone or IppStatus.OperationNotSupported => new(ReaderFailureCode.NotFound, path),
        _ => new(ReaderFailureCode.DeviceError, string.Create(CultureInfo.InvariantCulture, $"IPP 0x{status:X4}"), path),
    };
}
