using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>From a pass phrase to the keys of one engine (RFC 3414 §2.6 and A.2).</summary>
public static class UsmKeys
{
    private const int Expanded = 1024 * 1024;

    /// <summary>Hash of the pass phrase, repeated to a megabyte.</summary>
    /// <exception cref="ArgumentException">The pass phrase is empty.</exception>
    public static byte[] Master(AuthenticationProtocol protocol, string passphrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        return Master(protocol, Encoding.UTF8.GetBytes(passphrase));
    }

    /// <summary>The key that only this engine shares: who steals it from one device has nothing for another.</summary>
    public static byte[] Localize(AuthenticationProtocol protocol, ReadOnlySpan<byte> key, ReadOnlySpan<byte> engineId) =>
        UsmDigest.Hash(protocol, [.. key, .. engineId, .. key]);

    /// <summary>A localized key as long as a cipher needs: cut, or lengthened.</summary>
    public static byte[] Extend(AuthenticationProtocol protocol, byte[] localized, ReadOnlySpan<byte> engineId, int size, KeyExtension extension)
    {
        ArgumentNullException.ThrowIfNull(localized);
        var (key, last) = (localized, localized);
        while (key.Length < size)
        {
            last = extension == KeyExtension.Blumenthal ? UsmDigest.Hash(protocol, key) : Localize(protocol, Master(protocol, last), engineId);
            key = [.. key, .. last];
        }

        return key[..size];
    }

    private static byte[] Master(AuthenticationProtocol protocol, byte[] passphrase)
    {
        var repeated = ArrayPool<byte>.Shared.Rent(Expanded);
        try
        {
            passphrase.AsSpan(0, Math.Min(passphrase.Length, Expanded)).CopyTo(repeated);
            for (var filled = passphrase.Length; filled < Expanded; filled *= 2)
                repeated.AsSpan(0, Math.Min(filled, Expanded - filled)).CopyTo(repeated.AsSpan(filled));
            return UsmDigest.Hash(protocol, repeated.AsSpan(0, Expanded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(repeated);
            ArrayPool<byte>.Shared.Return(repeated);
        }
    }
}
