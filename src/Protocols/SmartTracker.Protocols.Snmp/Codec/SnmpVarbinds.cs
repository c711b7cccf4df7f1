using System.Formats.Asn1;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>Varbinds one after the other, as an archive keeps what a walk found.</summary>
public static class SnmpVarbinds
{
    /// <summary>Never throws. Of bytes that break off it gives what lies before the break, and the defect.</summary>
    public static (IReadOnlyList<SnmpVarbind> Varbinds, string? Defect) Decode(ReadOnlyMemory<byte> bytes, SnmpLimits? limits = null)
    {
        limits ??= SnmpLimits.Default;
        var varbinds = new List<SnmpVarbind>();
        try
        {
            var reader = new BerReader(bytes);
            while (!reader.IsAtEnd)
            {
                if (varbinds.Count == limits.WalkVarbinds)
                    return (varbinds, $"more than {limits.WalkVarbinds} varbinds");
                varbinds.Add(PduReader.Varbind(reader));
            }
        }
        catch (SnmpFormatException exception)
        {
            return (varbinds, exception.Message);
        }

        return (varbinds, null);
    }

    public static byte[] Encode(IEnumerable<SnmpVarbind> varbinds)
    {
        ArgumentNullException.ThrowIfNull(varbinds);
        var bytes = new List<byte>();
        foreach (var varbind in varbinds)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            SnmpEncoder.Varbind(writer, varbind);
            bytes.AddRange(writer.Encode());
        }

        return [.. bytes];
    }
}
