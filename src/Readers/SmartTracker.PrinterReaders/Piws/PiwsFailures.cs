using System.Globalization;
using SmartTracker.Protocols.Piws.Http;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Failures of the protocol as failures of a reader.</summary>
internal static class PiwsFailures
{
    private const int BytesPerMegabyte = 1024 * 1024;

    public static ReaderFailure? Of(PiwsReply reply, PrinterConnection connection, string? path)
    {
        if (reply.Failure is not { } failure)
            return null;

        path ??= "";
        var authority = $"{connection.Address.Host}:{connection.Address.Port}";
        return failure.Kind switch
        {
            PiwsFailureKind.Unreachable => new(ReaderFailureCode.Absent, authority),
            PiwsFailureKind.NameUnknown => new(ReaderFailureCode.NameUnknown, connection.Address.Host),
            PiwsFailureKind.NotAllowed => new(ReaderFailureCode.NotAllowed, failure.Detail),
            PiwsFailureKind.TimedOut => new(ReaderFailureCode.TimedOut, Text((long)connection.Deadline.TotalSeconds)),
            PiwsFailureKind.TlsFailed => new(ReaderFailureCode.TlsFailed, authority),
            PiwsFailureKind.KeyChanged => new(ReaderFailureCode.KeyChanged, connection.PinnedKey ?? "", failure.Detail),
            PiwsFailureKind.PasswordRequired => new(ReaderFailureCode.PasswordRequired, path),
            PiwsFailureKind.PasswordRefused => new(ReaderFailureCode.PasswordRefused, path),
            PiwsFailureKind.NotFound => new(ReaderFailureCode.NotFound, path),
            PiwsFailureKind.TooLarge => new(ReaderFailureCode.TooLarge, Text(connection.MaximumBytes / BytesPerMegabyte)),
            PiwsFailureKind.Incomplete => new(ReaderFailureCode.HalfDocument, Text(reply.Answer?.Body.Length ?? 0), path),
            PiwsFailureKind.Redirected => new(ReaderFailureCode.Redirected, path, failure.Detail),
            PiwsFailureKind.LoginPage => new(ReaderFailureCode.LoginPage, path),
            PiwsFailureKind.DeviceError => new(ReaderFailureCode.DeviceError, failure.Detail, path),
            PiwsFailureKind.NotPiws => new(ReaderFailureCode.Nonsense, path),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), failure.Kind, "An unknown kind of failure."),
        };
    }

    /// <summary>Of a document, read from the archive or fresh.</summary>
    public static ReaderFailure? Of(PiwsJobQueueSnapshot snapshot, RawAnswer answer) => snapshot.Defect switch
    {
        null => null,
        _ when !answer.IsWhole || snapshot.Defect == PiwsDefect.CutOff =>
            new(ReaderFailureCode.HalfDocument, Text(answer.Body.Length), answer.Path),
        PiwsDefect.TooLarge => new(ReaderFailureCode.TooLarge, Text(answer.Body.Length / BytesPerMegabyte)),
        _ => new(ReaderFailureCode.Nonsense, answer.Path),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
