using System.Text;

namespace SmartTracker.Protocols.Snmp;

/// <summary>How the agent is told who asks.</summary>
public abstract record SnmpCredentials
{
    private protected SnmpCredentials()
    {
    }
}

/// <summary>v1 (RFC 1157) or v2c (RFC 1901): the community crosses the network in clear text.</summary>
/// <param name="IsVersion1">v1 has neither getBulk nor 64-bit counters.</param>
public sealed record SnmpCommunity(string Community, bool IsVersion1 = false) : SnmpCredentials
{
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(IsVersion1 ? "v1" : "v2c");
        return true;
    }
}

/// <summary>v3 with the user-based security model (RFC 3414). Without authentication nothing is secret, and nothing proves who answers.</summary>
public sealed record SnmpUser(string Name) : SnmpCredentials
{
    public AuthenticationProtocol Authentication { get; init; }

    /// <summary>RFC 3414 asks for eight letters at least; agents hold users to it.</summary>
    public string? AuthenticationSecret { get; init; }

    /// <summary>Needs authentication (RFC 3411 §3.4.3).</summary>
    public PrivacyProtocol Privacy { get; init; }

    public string? PrivacySecret { get; init; }

    // A record prints all its members; this one holds secrets.
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("v3, ").Append(Authentication).Append(", ").Append(Privacy);
        return true;
    }
}

public enum AuthenticationProtocol
{
    None,
    /// <summary>HMAC-MD5-96 (RFC 3414 §6).</summary>
    Md5,
    /// <summary>HMAC-SHA-96 (RFC 3414 §7).</summary>
    Sha1,
    /// <summary>HMAC-128-SHA-224 (RFC 7860).</summary>
    Sha224,
    /// <summary>HMAC-192-SHA-256 (RFC 7860).</summary>
    Sha256,
    /// <summary>HMAC-256-SHA-384 (RFC 7860).</summary>
    Sha384,
    /// <summary>HMAC-384-SHA-512 (RFC 7860).</summary>
    Sha512,
}

public enum PrivacyProtocol
{
    None,
    /// <summary>CBC-DES (RFC 3414 §8). Broken by any computer of today; still the only one that some printers have.</summary>
    Des,
    /// <summary>CFB128-AES-128 (RFC 3826).</summary>
    Aes128,
    /// <summary>Never became an RFC: where the hash is too short for the key, devices lengthen it in one of two ways (<see cref="KeyExtension"/>).</summary>
    Aes192,
    /// <summary>As <see cref="Aes192"/>.</summary>
    Aes256,
}

/// <summary>How a localized key that is too short for AES-192 or AES-256 is made longer. Nothing in the protocol tells which one a device uses.</summary>
public enum KeyExtension
{
    /// <summary>draft-blumenthal-aes-usm-04 §3.1.2.1: the hash of what there is, appended until it suffices.</summary>
    Blumenthal,
    /// <summary>draft-reeder-snmpv3-usm-3desede-00 §2.1: the key as the pass phrase of a second one. Cisco and those who followed it.</summary>
    Reeder,
}
