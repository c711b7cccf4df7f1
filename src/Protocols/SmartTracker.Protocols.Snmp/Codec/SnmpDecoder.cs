using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>Reads messages of all three versions (RFC 1157 §4, RFC 1901, RFC 3412 §6 with RFC 3414 §2.4). Never throws: a message is whole, or there is
/// a defect that names the byte. Bytes behind a whole message are passed over.</summary>
public static class SnmpDecoder
{
    private const int Version1 = 0;
    private const int Version2c = 1;
    private const int Version3 = 3;

    public static SnmpReading<SnmpMessage> Decode(ReadOnlyMemory<byte> bytes, SnmpLimits? limits = null) => Read<SnmpMessage>(bytes, limits, known =>
    {
        var message = new BerReader(bytes).Enter(SnmpTag.Sequence, "message");
        var at = message.Offset;
        return message.Int32("version") switch
        {
            var version and (Version1 or Version2c) => new CommunityMessage(version == Version1, message.Take(SnmpTag.OctetString, "community"), PduReader.Read(message, known)),
            Version3 => Usm(message),
            var other => throw new SnmpFormatException(at, $"version {other}: not one of SNMP"),
        };
    });

    /// <summary>What a v3 message carries, after decryption: <see cref="UsmMessage.Data"/>.</summary>
    public static SnmpReading<ScopedPdu> DecodeScoped(ReadOnlyMemory<byte> bytes, SnmpLimits? limits = null) => Read(bytes, limits, known =>
    {
        var scoped = new BerReader(bytes).Enter(SnmpTag.Sequence, "scoped PDU");
        return new ScopedPdu(scoped.Take(SnmpTag.OctetString, "context engine"), scoped.Take(SnmpTag.OctetString, "context name"), PduReader.Read(scoped, known));
    });

    internal static SnmpReading<T> Read<T>(ReadOnlyMemory<byte> bytes, SnmpLimits? limits, Func<SnmpLimits, T> read) where T : class
    {
        limits ??= SnmpLimits.Default;
        try
        {
            return bytes.Length > limits.MessageBytes
                ? new SnmpReading<T>(null, $"{bytes.Length} bytes, more than {limits.MessageBytes}")
                : new SnmpReading<T>(read(limits), null);
        }
        catch (SnmpFormatException exception)
        {
            return new SnmpReading<T>(null, exception.Message);
        }
    }

    private static UsmMessage Usm(BerReader message)
    {
        var header = message.Enter(SnmpTag.Sequence, "header");
        var (id, size) = (header.Int32("message id"), header.Int32("maximum size"));
        var flags = header.Take(SnmpTag.OctetString, "flags");
        if (flags.Length != 1)
            throw new SnmpFormatException(header.Offset, $"flags: {flags.Length} bytes instead of 1");
        var model = header.Int32("security model");
        if (model != UsmMessage.SecurityModel)
            throw new SnmpFormatException(header.Offset, $"security model {model}: only the user-based one is spoken");

        var security = message.Enter(SnmpTag.OctetString, "security parameters").Enter(SnmpTag.Sequence, "security parameters");
        var usm = new UsmMessage
        {
            MessageId = id,
            MaximumSize = size,
            Flags = flags.Span[0],
            EngineId = security.Take(SnmpTag.OctetString, "engine id"),
            Boots = security.Int32("engine boots"),
            Time = security.Int32("engine time"),
            UserName = security.Take(SnmpTag.OctetString, "user name"),
            Code = security.Take(SnmpTag.OctetString, "authentication code"),
            CodeEnd = security.Offset,
            Salt = security.Take(SnmpTag.OctetString, "privacy parameters"),
        };
        var at = message.Offset;
        var contents = message.Take(usm.IsEncrypted ? SnmpTag.OctetString : SnmpTag.Sequence, "data");
        return usm with { Data = usm.IsEncrypted ? contents : message.Since(at) };
    }
}

/// <summary>Either what was read, or what was wrong, such as <c>byte 21, name: no object identifier</c>.</summary>
public sealed record SnmpReading<T>(T? Value, string? Defect) where T : class;
