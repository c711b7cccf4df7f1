using System.Security.Cryptography;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>A discovered engine with the user's keys for it: signs, encrypts, and proves answers.</summary>
internal sealed class UsmEngine
{
    private readonly SnmpUser _user;
    private readonly byte[] _authenticationKey = [];
    private readonly byte[] _privacyKey = [];
    private readonly Dictionary<KeyExtension, byte[]> _extended = [];
    private long _counter = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));

    public UsmEngine(SnmpUser user, byte[] id, EngineClock clock)
    {
        (_user, Id, Clock) = (user, id, clock);
        if (user.Authentication != AuthenticationProtocol.None)
            _authenticationKey = Key(user.AuthenticationSecret!);
        if (user.Privacy != PrivacyProtocol.None)
            _privacyKey = user.PrivacySecret == user.AuthenticationSecret ? _authenticationKey : Key(user.PrivacySecret!);
    }

    public byte[] Id { get; }

    public EngineClock Clock { get; }

    /// <summary>The hash gives too few bytes for the cipher, so that there are two ways to lengthen the key.</summary>
    public bool HasTwoKeys => _user.Privacy != PrivacyProtocol.None && UsmCipher.KeySize(_user.Privacy) > UsmDigest.Size(_user.Authentication);

    public byte[] Seal(UsmMessage message, ScopedPdu scoped, KeyExtension extension)
    {
        var plain = SnmpEncoder.Encode(scoped);
        message = message with { Data = plain, Code = new byte[UsmDigest.CodeSize(_user.Authentication)] };
        if (_user.Privacy != PrivacyProtocol.None)
        {
            var (encrypted, salt) = UsmCipher.Encrypt(_user.Privacy, PrivacyKey(extension), message.Boots, message.Time, unchecked(_counter++), plain);
            message = message with { Data = encrypted, Salt = salt };
        }

        var bytes = SnmpEncoder.Encode(message);
        if (_user.Authentication != AuthenticationProtocol.None)
        {
            var end = ((UsmMessage)SnmpDecoder.Decode(bytes).Value!).CodeEnd;
            var code = UsmDigest.Code(_user.Authentication, _authenticationKey, bytes);
            code.CopyTo(bytes, end - code.Length);
        }

        return bytes;
    }

    /// <summary>The code of a received message is the one that our key gives. Compared in constant time.</summary>
    public bool IsAuthentic(ReadOnlyMemory<byte> bytes, UsmMessage message)
    {
        var size = UsmDigest.CodeSize(_user.Authentication);
        if (size == 0 || message.Code.Length != size)
            return false;
        var zeroed = bytes.ToArray();
        zeroed.AsSpan(message.CodeEnd - size, size).Clear();
        return CryptographicOperations.FixedTimeEquals(UsmDigest.Code(_user.Authentication, _authenticationKey, zeroed), message.Code.Span);
    }

    /// <summary>Null where it cannot be decrypted; noise where the key is another one.</summary>
    public byte[]? Decrypt(UsmMessage message, KeyExtension extension) => _user.Privacy == PrivacyProtocol.None
        ? null
        : UsmCipher.Decrypt(_user.Privacy, PrivacyKey(extension), message.Boots, message.Time, message.Salt.Span, message.Data.Span);

    private byte[] PrivacyKey(KeyExtension extension)
    {
        if (!_extended.TryGetValue(extension, out var key))
            _extended[extension] = key = UsmKeys.Extend(_user.Authentication, _privacyKey, Id, UsmCipher.KeySize(_user.Privacy), extension);
        return key;
    }

    private byte[] Key(string secret) => UsmKeys.Localize(_user.Authentication, UsmKeys.Master(_user.Authentication, secret), Id);
}
