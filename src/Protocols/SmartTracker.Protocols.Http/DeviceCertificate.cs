using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Protocols.Http;

/// <summary>The certificate that the printer presented.</summary>
/// <param name="Key">SHA-256 of the SubjectPublicKeyInfo, upper-case hexadecimal.</param>
/// <param name="TrustedByHost">Its chain and name satisfy this computer.</param>
public sealed record DeviceCertificate(
    string Key, string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool SelfSigned, bool TrustedByHost)
{
    internal static DeviceCertificate Of(X509Certificate2 certificate, bool trustedByHost) => new(
        Convert.ToHexString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo())),
        certificate.Subject,
        certificate.Issuer,
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData),
        trustedByHost);
}
