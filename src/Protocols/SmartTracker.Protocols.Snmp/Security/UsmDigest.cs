using System.Security.Cryptography;

namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>The hash of an authentication protocol, and the authentication code made with it.</summary>
internal static class UsmDigest
{
    // The field's printers speak MD5 and SHA-1 (RFC 3414); choosing them is the caller's.
#pragma warning disable CA5350, CA5351
    public static byte[] Hash(AuthenticationProtocol protocol, ReadOnlySpan<byte> message) => protocol switch
    {
        AuthenticationProtocol.Md5 => MD5.HashData(message),
        AuthenticationProtocol.Sha1 => SHA1.HashData(message),
        AuthenticationProtocol.Sha224 => Sha224.Hash(message),
        AuthenticationProtocol.Sha256 => SHA256.HashData(message),
        AuthenticationProtocol.Sha384 => SHA384.HashData(message),
        AuthenticationProtocol.Sha512 => SHA512.HashData(message),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "Without authentication there is no hash."),
    };

    /// <summary>Cut to the length that the protocol sends.</summary>
    public static byte[] Code(AuthenticationProtocol protocol, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        var whole = protocol switch
        {
            AuthenticationProtocol.Md5 => HMACMD5.HashData(key, message),
            AuthenticationProtocol.Sha1 => HMACSHA1.HashData(key, message),
            AuthenticationProtocol.Sha224 => HmacSha224(key, message),
            AuthenticationProtocol.Sha256 => HMACSHA256.HashData(key, message),
            AuthenticationProtocol.Sha384 => HMACSHA384.HashData(key, message),
            AuthenticationProtocol.Sha512 => HMACSHA512.HashData(key, message),
            _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "Without authentication there is no code."),
        };
        return whole[..CodeSize(protocol)];
    }
#pragma warning restore CA5350, CA5351

    /// <summary>Bytes: RFC 3414 §6.1 and §7.1, RFC 7860 §4.1.</summary>
    public static int CodeSize(AuthenticationProtocol protocol) => protocol switch
    {
        AuthenticationProtocol.None => 0,
        AuthenticationProtocol.Md5 or AuthenticationProtocol.Sha1 => 12,
        AuthenticationProtocol.Sha224 => 16,
        AuthenticationProtocol.Sha256 => 24,
        AuthenticationProtocol.Sha384 => 32,
        AuthenticationProtocol.Sha512 => 48,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "An unknown protocol."),
    };

    /// <summary>Bytes of the hash, and so of a localized key.</summary>
    public static int Size(AuthenticationProtocol protocol) => protocol switch
    {
        AuthenticationProtocol.None => 0,
        AuthenticationProtocol.Md5 => 16,
        AuthenticationProtocol.Sha1 => 20,
        AuthenticationProtocol.Sha224 => 28,
        AuthenticationProtocol.Sha256 => 32,
        AuthenticationProtocol.Sha384 => 48,
        AuthenticationProtocol.Sha512 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "An unknown protocol."),
    };

    /// <summary>RFC 2104.</summary>
    private static byte[] HmacSha224(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        var inner = new byte[Sha224.BlockSize + message.Length];
        var outer = new byte[Sha224.BlockSize + Sha224.Size];
        var padded = key.Length > Sha224.BlockSize ? Sha224.Hash(key) : key;
        padded.CopyTo(inner);
        padded.CopyTo(outer);
        for (var i = 0; i < Sha224.BlockSize; i++)
            (inner[i], outer[i]) = ((byte)(inner[i] ^ 0x36), (byte)(outer[i] ^ 0x5C));
        message.CopyTo(inner.AsSpan(Sha224.BlockSize));
        Sha224.Hash(inner).CopyTo(outer.AsSpan(Sha224.BlockSize));
        return Sha224.Hash(outer);
    }
}
