using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Codec;

internal static class PduReader
{
    public static SnmpPdu Read(BerReader message, SnmpLimits limits)
    {
        var tag = message.PeekTag("PDU");
        if (!Enum.IsDefined((SnmpPduType)tag))
            throw new SnmpFormatException(message.Offset, $"PDU: tag 0x{tag:X2} is none that is spoken here");
        var pdu = message.Enter(tag, "PDU");
        return new SnmpPdu(
            (SnmpPduType)tag, pdu.Int32("request id"), pdu.Int32("error status"), pdu.Int32("error index"),
            Varbinds(pdu.Enter(SnmpTag.Sequence, "list of varbinds"), limits.Varbinds));
    }

    public static SnmpVarbind Varbind(BerReader list)
    {
        var at = list.Offset;
        var varbind = list.Enter(SnmpTag.Sequence, "varbind");
        var name = ValueReader.Oid(varbind.Take(SnmpTag.ObjectIdentifier, "name").Span) ?? throw new SnmpFormatException(at, "name: no object identifier");
        var tag = varbind.PeekTag("value");
        return new SnmpVarbind(name, ValueReader.Read(tag, varbind.Take(tag, "value"))) { Encoded = list.Since(at) };
    }

    private static List<SnmpVarbind> Varbinds(BerReader list, int most)
    {
        var varbinds = new List<SnmpVarbind>();
        while (!list.IsAtEnd)
        {
            if (varbinds.Count == most)
                throw new SnmpFormatException(list.Offset, $"more than {most} varbinds");
            varbinds.Add(Varbind(list));
        }

        return varbinds;
    }
}
