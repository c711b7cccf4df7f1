using SmartTracker.Protocols.Http;

namespace SmartTracker.PrinterReaders.Http;

/// <summary>Between the words of the transport and ours.</summary>
internal static class DeviceMapping
{
    /// <param name="address">http or https.</param>
    public static DeviceConnection Connection(PrinterConnection connection, Uri address) => new()
    {
        Address = address,
        Allows = connection.Allows,
        Resolve = connection.Resolve,
        Password = connection.Password,
        PinnedKey = connection.PinnedKey,
        AllowLegacyTls = connection.AllowLegacyTls,
        Authorities = connection.Authorities is { } trust ? new DeviceAuthorities(AuthorityBundle.Read(trust.Bundle)) : null,
        Deadline = connection.Deadline,
        MaximumBytes = connection.MaximumBytes,
    };

    public static PrinterCertificate? Certificate(DeviceCertificate? certificate) => certificate is null ? null : new(
        certificate.Key, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.SelfSigned, certificate.TrustedByHost);

    /// <summary>How a printer took its password that is asked for it only where it wants one.</summary>
    public static PasswordState Password(ReaderFailure? failure, bool accepted) => failure switch
    {
        null => accepted ? PasswordState.Accepted : PasswordState.NotNeeded,
        { Code: ReaderFailureCode.PasswordRefused } => PasswordState.Refused,
        _ => PasswordState.NotTried,
    };

    public static RawAnswer Raw(DeviceAnswer answer) =>
        new(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.Body, answer.IsWhole);
}
