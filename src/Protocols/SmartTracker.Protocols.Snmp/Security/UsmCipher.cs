using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>Encrypts and decrypts scoped PDUs: CBC-DES (RFC 3414 §8.1.1), CFB128-AES (RFC 3826 §3.1).</summary>
internal static class UsmCipher
{
    private const int SaltSize = 8;
    private const int DesBlock = 8;
    private const int AesBlock = 16;

    /// <summary>Bytes of key that the protocol takes of the localized one.</summary>
    public static int KeySize(PrivacyProtocol protocol) => protocol switch
    {
        PrivacyProtocol.Des or PrivacyProtocol.Aes128 => 16,
        PrivacyProtocol.Aes192 => 24,
        PrivacyProtocol.Aes256 => 32,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "Without privacy there is no key."),
    };

    /// <param name="counter">Another one for each message under the same key.</param>
    public static (byte[] Encrypted, byte[] Salt) Encrypt(PrivacyProtocol protocol, byte[] key, int boots, int time, long counter, byte[] plain)
    {
        var salt = new byte[SaltSize];
        if (protocol == PrivacyProtocol.Des)
        {
            BinaryPrimitives.WriteInt32BigEndian(salt, boots);
            BinaryPrimitives.WriteInt32BigEndian(salt.AsSpan(4), unchecked((int)counter));
            return (Des(key, salt, (des, vector) => des.EncryptCbc(Padded(plain, DesBlock), vector, PaddingMode.None)), salt);
        }

        BinaryPrimitives.WriteInt64BigEndian(salt, counter);
        using var aes = Aes.Create();
        aes.Key = key;
        return (aes.EncryptCfb(Padded(plain, AesBlock), Vector(boots, time, salt), PaddingMode.None, 8 * AesBlock)[..plain.Length], salt);
    }

    /// <summary>Null where salt or length cannot be right. What comes out of a wrong key is noise.</summary>
    public static byte[]? Decrypt(PrivacyProtocol protocol, byte[] key, int boots, int time, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> encrypted)
    {
        if (salt.Length != SaltSize || (protocol == PrivacyProtocol.Des && encrypted.Length % DesBlock != 0))
            return null;
        if (protocol == PrivacyProtocol.Des)
        {
            var bytes = encrypted.ToArray();
            return Des(key, salt, (des, vector) => des.DecryptCbc(bytes, vector, PaddingMode.None));
        }

        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCfb(Padded(encrypted, AesBlock), Vector(boots, time, salt), PaddingMode.None, 8 * AesBlock)[..encrypted.Length];
    }

    /// <summary>The first half of the key is DES' own, the second one shapes the vector.</summary>
    private static byte[] Des(byte[] key, ReadOnlySpan<byte> salt, Func<DES, byte[], byte[]> work)
    {
        var vector = new byte[DesBlock];
        for (var i = 0; i < DesBlock; i++)
            vector[i] = (byte)(key[DesBlock + i] ^ salt[i]);
        // The only cipher that some printers have.
#pragma warning disable CA5351
        using var des = DES.Create();
#pragma warning restore CA5351
        // .NET refuses DES' weak keys by itself; a pass phrase leads to one in 2^52 cases.
        des.Key = key[..DesBlock];
        return work(des, vector);
    }

    private static byte[] Vector(int boots, int time, ReadOnlySpan<byte> salt)
    {
        var vector = new byte[AesBlock];
        BinaryPrimitives.WriteInt32BigEndian(vector, boots);
        BinaryPrimitives.WriteInt32BigEndian(vector.AsSpan(4), time);
        salt.CopyTo(vector.AsSpan(8));
        return vector;
    }

    /// <summary>.NET takes whole blocks only; CFB itself needs none, so AES' result is cut again.</summary>
    private static byte[] Padded(ReadOnlySpan<byte> bytes, int block)
    {
        var padded = new byte[(bytes.Length + block - 1) / block * block];
        bytes.CopyTo(padded);
        return padded;
    }
}
