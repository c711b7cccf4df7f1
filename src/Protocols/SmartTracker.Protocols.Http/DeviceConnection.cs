using System.Net;

namespace SmartTracker.Protocols.Http;

/// <summary>How to reach a printer, and what may be sent to it.</summary>
public sealed record DeviceConnection
{
    /// <summary>http or https; path and query are ignored.</summary>
    public required Uri Address { get; init; }

    /// <summary>Asked with each resolved address (IPv4-mapped ones as IPv4) before anything is sent there; the connection then goes to exactly that address.</summary>
    public required Func<IPEndPoint, bool> Allows { get; init; }

    /// <summary>From a name to its addresses, asked once for each connection.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Of the user <c>admin</c>. Sent only over https to <see cref="PinnedKey"/>, and only after the printer asked for it.</summary>
    public string? Password { get; init; }

    /// <summary>See <see cref="DeviceCertificate.Key"/>. Compared before any request is sent.</summary>
    public string? PinnedKey { get; init; }

    /// <summary>Adds cipher suites without forward secrecy and with SHA-1, which printers from before about 2015 need (not on Windows).</summary>
    public bool AllowLegacyTls { get; init; }

    /// <summary>Not null: besides the pinned key the certificate must be in force, name the host and be signed by an authority.</summary>
    public DeviceAuthorities? Authorities { get; init; }

    /// <summary>From the making of the client.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>For each body, after decompression.</summary>
    public required int MaximumBytes { get; init; }

    /// <summary>Leaves the password out: records print themselves.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Authority);
}
