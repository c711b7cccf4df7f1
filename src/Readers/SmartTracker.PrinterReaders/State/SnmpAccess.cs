using System.Text;

namespace SmartTracker.PrinterReaders.State;

/// <summary>How a printer's SNMP agent is spoken to. Community and pass phrases are secrets.</summary>
public sealed record SnmpAccess
{
    public required SnmpVersion Version { get; init; }

    /// <summary>Of v1 and v2c.</summary>
    public string? Community { get; init; }

    /// <summary>Of v3 (RFC 3414).</summary>
    public string? UserName { get; init; }

    public SnmpAuthentication Authentication { get; init; }

    public string? AuthenticationSecret { get; init; }

    public SnmpPrivacy Privacy { get; init; }

    public string? PrivacySecret { get; init; }

    // A record prints all its members; this one holds secrets.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Version).Append(", ").Append(Authentication).Append(", ").Append(Privacy);
        return true;
    }
}

public enum SnmpVersion
{
    V1,
    V2c,
    V3,
}

public enum SnmpAuthentication
{
    None,
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

public enum SnmpPrivacy
{
    None,
    Des,
    Aes128,
    Aes192,
    Aes256,
}
