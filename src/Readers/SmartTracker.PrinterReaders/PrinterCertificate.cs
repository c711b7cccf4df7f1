namespace SmartTracker.PrinterReaders;

/// <summary>The certificate that a printer presented, for a person to compare and for pinning.</summary>
/// <param name="Key">SHA-256 of its public key (SubjectPublicKeyInfo), hexadecimal: stays the same when a certificate is renewed with the same key.</param>
/// <param name="TrustedByHost">True where this computer's certificate authorities and the printer's name agree with it.</param>
public sealed record PrinterCertificate(
    string Key, string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool SelfSigned, bool TrustedByHost);
