using NodaTime;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

/// <summary>A certificate's facts as they stand in the database: times in seconds since 1970.</summary>
internal sealed record StoredCertificate(
    string Key, string Subject, string Issuer, long NotBefore, long NotAfter, bool SelfSigned, bool TrustedByHost)
{
    public static StoredCertificate Of(SeenCertificate seen) => new(
        seen.Key, seen.Subject, seen.Issuer, seen.NotBefore.ToUnixTimeSeconds(), seen.NotAfter.ToUnixTimeSeconds(), seen.SelfSigned, seen.TrustedByHost);

    public SeenCertificate Read() => new(
        Key, Subject, Issuer, Instant.FromUnixTimeSeconds(NotBefore), Instant.FromUnixTimeSeconds(NotAfter), SelfSigned, TrustedByHost);
}
