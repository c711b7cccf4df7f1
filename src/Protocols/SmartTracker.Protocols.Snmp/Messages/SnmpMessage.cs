namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>A packet.</summary>
public abstract record SnmpMessage
{
    private protected SnmpMessage()
    {
    }
}

/// <summary>v1 or v2c.</summary>
public sealed record CommunityMessage(bool IsVersion1, ReadOnlyMemory<byte> Community, SnmpPdu Pdu) : SnmpMessage;

/// <summary>v3 with the parameters of the user-based security model (RFC 3414 §2.4).</summary>
public sealed record UsmMessage : SnmpMessage
{
    public const int SecurityModel = 3;
    public const byte Authenticated = 1;
    public const byte Encrypted = 2;

    /// <summary>The sender wants a report where it cannot be answered.</summary>
    public const byte Reportable = 4;

    public required int MessageId { get; init; }

    /// <summary>Bytes that the sender can take.</summary>
    public required int MaximumSize { get; init; }

    public required byte Flags { get; init; }

    public required ReadOnlyMemory<byte> EngineId { get; init; }

    public required int Boots { get; init; }

    /// <summary>Seconds since the engine's last boot.</summary>
    public required int Time { get; init; }

    public required ReadOnlyMemory<byte> UserName { get; init; }

    /// <summary>Over the whole message with zeros in this place.</summary>
    public ReadOnlyMemory<byte> Code { get; init; }

    /// <summary>Byte of the message behind <see cref="Code"/>, where it was read.</summary>
    public int CodeEnd { get; init; }

    public ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>A <see cref="ScopedPdu"/> in BER, or its encryption.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    public bool IsAuthenticated => (Flags & Authenticated) != 0;

    public bool IsEncrypted => (Flags & Encrypted) != 0;
}

/// <summary>What a v3 message carries (RFC 3412 §6.8).</summary>
public sealed record ScopedPdu(ReadOnlyMemory<byte> ContextEngineId, ReadOnlyMemory<byte> ContextName, SnmpPdu Pdu);
