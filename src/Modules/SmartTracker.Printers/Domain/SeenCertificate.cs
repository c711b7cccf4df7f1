using NodaTime;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Printers.Domain;

/// <summary>The certificate that the device presented last, with the key that is remembered.</summary>
public sealed record SeenCertificate(
    string Key, string Subject, string Issuer, Instant NotBefore, Instant NotAfter, bool SelfSigned, bool TrustedByHost)
{
    public static SeenCertificate Of(PrinterCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new SeenCertificate(
            certificate.Key, certificate.Subject, certificate.Issuer, Instant.FromDateTimeOffset(certificate.NotBefore),
            Instant.FromDateTimeOffset(certificate.NotAfter), certificate.SelfSigned, certificate.TrustedByHost);
    }
}
