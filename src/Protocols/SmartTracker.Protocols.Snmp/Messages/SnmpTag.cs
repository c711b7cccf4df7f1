namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>Tags of values as they stand in a message (RFC 2578 §7.1, RFC 3416 §3). Numbers, not an enumeration: an agent may send any of 256.</summary>
public static class SnmpTag
{
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte Null = 0x05;
    public const byte ObjectIdentifier = 0x06;
    public const byte Sequence = 0x30;
    public const byte IpAddress = 0x40;
    public const byte Counter32 = 0x41;

    /// <summary>Also Unsigned32.</summary>
    public const byte Gauge32 = 0x42;

    /// <summary>Hundredths of a second.</summary>
    public const byte TimeTicks = 0x43;
    public const byte Opaque = 0x44;
    public const byte Counter64 = 0x46;
    public const byte NoSuchObject = 0x80;
    public const byte NoSuchInstance = 0x81;
    public const byte EndOfMibView = 0x82;
}
