namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>A name with its value.</summary>
public sealed record SnmpVarbind(Oid Name, SnmpValue Value)
{
    /// <summary>As it came, tag and length included; empty where it was made here.</summary>
    public ReadOnlyMemory<byte> Encoded { get; init; }

    public bool Equals(SnmpVarbind? other) => other is not null && Name == other.Name && Value == other.Value;

    public override int GetHashCode() => HashCode.Combine(Name, Value);
}
