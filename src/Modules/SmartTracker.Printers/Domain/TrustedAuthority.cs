using NodaTime;

namespace SmartTracker.Printers.Domain;

/// <summary>A certificate authority of the tenant's own, trusted for printers that ask for one.</summary>
public sealed class TrustedAuthority
{
    public Guid Id { get; init; }

    public required string Pem { get; init; }

    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    public required string Subject { get; init; }

    public Instant NotAfter { get; init; }

    public Instant AddedAt { get; init; }

    public required string AddedBy { get; init; }
}
