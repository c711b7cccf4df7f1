using System.Net;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders;

/// <summary>How to reach one printer, and what may be told to it.</summary>
public sealed record PrinterConnection
{
    /// <summary>https for PIWS, EWS and LEDM, where path and query are ignored; ipp or ipps with port and path for IPP; snmp with port for SNMP.</summary>
    public required Uri Address { get; init; }

    /// <summary>Asked with every address before the first packet goes there. The resolved address is the connected one: a name cannot be rebound in between.</summary>
    public required Func<IPEndPoint, bool> Allows { get; init; }

    /// <summary>From a name to its addresses; this computer's own way unless somebody knows better.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The device's admin password. Sent only over TLS, only to <see cref="PinnedKey"/>, and only where the device asks for it.</summary>
    public string? Password { get; init; }

    /// <summary>SHA-256 of the certificate's public key (SubjectPublicKeyInfo), hexadecimal. Null accepts any key and reports it.</summary>
    public string? PinnedKey { get; init; }

    /// <summary>Not null: besides the pinned key an authority is asked for.</summary>
    public AuthorityTrust? Authorities { get; init; }

    /// <summary>Null where the printer's SNMP agent is not to be asked.</summary>
    public SnmpAccess? Snmp { get; init; }

    /// <summary>Where the printer's clock shows local time without saying which, as pages for people do: an IANA zone such as <c>Europe/Berlin</c>. Null is UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Also speak the cipher suites of printers from before about 2015. Only for a printer that needs it.</summary>
    public bool AllowLegacyTls { get; init; }

    /// <summary>For the whole fetch, not for one pause.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Cap for one answer, counted after decompression.</summary>
    public int MaximumBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Leaves the password out: records print themselves.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Authority);
}
