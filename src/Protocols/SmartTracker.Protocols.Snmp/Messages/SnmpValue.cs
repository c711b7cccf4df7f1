using System.Globalization;
using System.Text;

namespace SmartTracker.Protocols.Snmp.Messages;

/// <summary>One value, with the tag it came under.</summary>
public abstract record SnmpValue(byte Tag);

/// <summary>Integer32, Counter32, Gauge32 or TimeTicks.</summary>
public sealed record SnmpInteger(long Value, byte Tag = SnmpTag.Integer) : SnmpValue(Tag)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

public sealed record SnmpCounter64(ulong Value) : SnmpValue(SnmpTag.Counter64)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

public sealed record SnmpOid(Oid Value) : SnmpValue(SnmpTag.ObjectIdentifier)
{
    public override string ToString() => Value.ToString();
}

/// <summary>Null, or why there is no value: noSuchObject, noSuchInstance, endOfMibView.</summary>
public sealed record SnmpNothing(byte Tag = SnmpTag.Null) : SnmpValue(Tag);

/// <summary>OCTET STRING, IpAddress, Opaque, a value under a tag that is not known, or one whose bytes do not fit its tag.</summary>
public sealed record SnmpOctets(ReadOnlyMemory<byte> Octets, byte Tag = SnmpTag.OctetString) : SnmpValue(Tag)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>UTF-8, or one letter for each byte where it is not; up to the first NUL, with which some agents fill a field.</summary>
    public string Text
    {
        get
        {
            var bytes = Octets.Span;
            var end = bytes.IndexOf((byte)0);
            if (end >= 0)
                bytes = bytes[..end];
            try
            {
                return StrictUtf8.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return Encoding.Latin1.GetString(bytes);
            }
        }
    }

    public bool Equals(SnmpOctets? other) => other is not null && Tag == other.Tag && Octets.Span.SequenceEqual(other.Octets.Span);

    public override int GetHashCode() => HashCode.Combine(Tag, Octets.Length);
}
