using System.Formats.Asn1;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>Writes messages of all three versions.</summary>
public static class SnmpEncoder
{
    public static byte[] Encode(SnmpMessage message)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 512);
        using (writer.PushSequence())
        {
            switch (message)
            {
                case CommunityMessage community:
                    writer.WriteInteger(community.IsVersion1 ? 0 : 1);
                    writer.WriteOctetString(community.Community.Span);
                    Pdu(writer, community.Pdu);
                    break;
                case UsmMessage usm:
                    Usm(writer, usm);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(message), message, "No message of SNMP.");
            }
        }

        return writer.Encode();
    }

    public static byte[] Encode(ScopedPdu scoped)
    {
        ArgumentNullException.ThrowIfNull(scoped);
        var writer = new AsnWriter(AsnEncodingRules.DER, 256);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(scoped.ContextEngineId.Span);
            writer.WriteOctetString(scoped.ContextName.Span);
            Pdu(writer, scoped.Pdu);
        }

        return writer.Encode();
    }

    internal static void Varbind(AsnWriter writer, SnmpVarbind varbind)
    {
        using (writer.PushSequence())
        {
            Oid(writer, varbind.Name);
            Value(writer, varbind.Value);
        }
    }

    private static void Usm(AsnWriter writer, UsmMessage usm)
    {
        writer.WriteInteger(3);
        using (writer.PushSequence())
        {
            writer.WriteInteger(usm.MessageId);
            writer.WriteInteger(usm.MaximumSize);
            writer.WriteOctetString([usm.Flags]);
            writer.WriteInteger(UsmMessage.SecurityModel);
        }

        using (writer.PushOctetString())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(usm.EngineId.Span);
            writer.WriteInteger(usm.Boots);
            writer.WriteInteger(usm.Time);
            writer.WriteOctetString(usm.UserName.Span);
            writer.WriteOctetString(usm.Code.Span);
            writer.WriteOctetString(usm.Salt.Span);
        }

        if (usm.IsEncrypted)
            writer.WriteOctetString(usm.Data.Span);
        else
            writer.WriteEncodedValue(usm.Data.Span);
    }

    private static void Pdu(AsnWriter writer, SnmpPdu pdu)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, (int)pdu.Type & 0x1F, isConstructed: true)))
        {
            writer.WriteInteger(pdu.RequestId);
            writer.WriteInteger(pdu.ErrorStatus);
            writer.WriteInteger(pdu.ErrorIndex);
            using (writer.PushSequence())
            {
                foreach (var varbind in pdu.Varbinds)
                    Varbind(writer, varbind);
            }
        }
    }

    private static void Value(AsnWriter writer, SnmpValue value)
    {
        switch (value)
        {
            case SnmpInteger number:
                writer.WriteInteger(number.Value, TagOf(number.Tag));
                break;
            case SnmpCounter64 number:
                writer.WriteInteger(number.Value, TagOf(number.Tag));
                break;
            case SnmpOid oid:
                Oid(writer, oid.Value);
                break;
            case SnmpNothing nothing:
                writer.WriteNull(TagOf(nothing.Tag));
                break;
            case SnmpOctets { Tag: SnmpTag.OctetString } octets:
                writer.WriteOctetString(octets.Octets.Span);
                break;
            case SnmpOctets octets:
                Raw(writer, octets.Tag, octets.Octets.Span);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No value of SNMP.");
        }
    }

    private static Asn1Tag TagOf(byte tag) => new((TagClass)(tag & 0xC0), tag & 0x1F);

    // Not by WriteObjectIdentifier, which takes text and knows no 1-number names.
    private static void Oid(AsnWriter writer, Oid oid)
    {
        Span<byte> bytes = stackalloc byte[Snmp.Oid.MostNumbers * 5];
        var numbers = oid.Numbers;
        var length = Number((numbers.Length > 0 ? numbers[0] * 40UL : 0) + (numbers.Length > 1 ? numbers[1] : 0), bytes);
        for (var i = 2; i < numbers.Length; i++)
            length += Number(numbers[i], bytes[length..]);
        Raw(writer, SnmpTag.ObjectIdentifier, bytes[..length]);
    }

    /// <summary>Seven bits in a byte, the highest first (X.690 §8.19.2).</summary>
    private static int Number(ulong number, Span<byte> to)
    {
        var count = 1;
        for (var rest = number >> 7; rest > 0; rest >>= 7)
            count++;
        for (var i = 0; i < count; i++)
            to[i] = (byte)(((number >> (7 * (count - 1 - i))) & 0x7F) | (i < count - 1 ? 0x80UL : 0));
        return count;
    }

    private static void Raw(AsnWriter writer, byte tag, ReadOnlySpan<byte> contents)
    {
        Span<byte> header = stackalloc byte[4];
        header[0] = tag;
        var size = contents.Length switch
        {
            < 0x80 => Length(header, [(byte)contents.Length]),
            < 0x100 => Length(header, [0x81, (byte)contents.Length]),
            <= 0xFFFF => Length(header, [0x82, (byte)(contents.Length >> 8), (byte)(contents.Length & 0xFF)]),
            _ => throw new ArgumentException($"A value has {contents.Length} bytes, more than a message.", nameof(contents)),
        };
        writer.WriteEncodedValue([.. header[..size], .. contents]);
    }

    private static int Length(Span<byte> header, ReadOnlySpan<byte> length)
    {
        length.CopyTo(header[1..]);
        return 1 + length.Length;
    }
}
