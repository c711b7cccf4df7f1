using System.Globalization;
using SmartTracker.Protocols.Http;

namespace SmartTracker.PrinterReaders.Http;

/// <summary>Failures of the transport as failures of a reader.</summary>
internal static class DeviceFailures
{
    private const int BytesPerMegabyte = 1024 * 1024;

    public static ReaderFailure? Of(DeviceReply reply, PrinterConnection connection, string path)
    {
        if (reply.Failure is not { } failure)
            return null;

        var authority = $"{connection.Address.Host}:{connection.Address.Port}";
        return failure.Kind switch
        {
            DeviceFailureKind.Unreachable => new(ReaderFailureCode.Absent, authority),
            DeviceFailureKind.NameUnknown => new(ReaderFailureCode.NameUnknown, connection.Address.Host),
            DeviceFailureKind.NotAllowed => new(ReaderFailureCode.NotAllowed, failure.Detail),
            DeviceFailureKind.TimedOut => new(ReaderFailureCode.TimedOut, Text((long)connection.Deadline.TotalSeconds)),
            DeviceFailureKind.TlsFailed => new(ReaderFailureCode.TlsFailed, authority),
            DeviceFailureKind.KeyChanged => new(ReaderFailureCode.KeyChanged, connection.PinnedKey ?? "", failure.Detail),
            DeviceFailureKind.CertificateRefused => new(ReaderFailureCode.CertificateRefused, authority, failure.Detail),
            DeviceFailureKind.EncryptionRequired => new(ReaderFailureCode.EncryptionRequired, authority),
            DeviceFailureKind.PasswordRequired => new(ReaderFailureCode.PasswordRequired, path),
            DeviceFailureKind.PasswordRefused => new(ReaderFailureCode.PasswordRefused, path),
            DeviceFailureKind.NotFound => new(ReaderFailureCode.NotFound, path),
            DeviceFailureKind.TooLarge => TooLarge(connection.MaximumBytes),
            DeviceFailureKind.Incomplete => HalfDocument(reply.Answer?.Body.Length ?? 0, path),
            DeviceFailureKind.Redirected => new(ReaderFailureCode.Redirected, path, failure.Detail),
            DeviceFailureKind.LoginPage => new(ReaderFailureCode.LoginPage, path),
            DeviceFailureKind.DeviceError => new(ReaderFailureCode.DeviceError, failure.Detail, path),
            DeviceFailureKind.NotUnderstood => new(ReaderFailureCode.Nonsense, path),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), failure.Kind, "An unknown kind of failure."),
        };
    }

    public static ReaderFailure HalfDocument(int bytes, string path) => new(ReaderFailureCode.HalfDocument, Text(bytes), path);

    public static ReaderFailure TooLarge(long bytes) => new(ReaderFailureCode.TooLarge, Text(bytes / BytesPerMegabyte));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
