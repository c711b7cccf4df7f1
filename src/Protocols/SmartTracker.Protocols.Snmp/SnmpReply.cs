using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp;

/// <summary>An answer or a failure.</summary>
/// <param name="Varbinds">In the order of the request; empty where there is a failure. What the agent does not have is a <see cref="SnmpNothing"/>.</param>
public sealed record SnmpReply(IReadOnlyList<SnmpVarbind> Varbinds, SnmpFailure? Failure);

/// <summary>What a walk found: what had arrived before a failure is kept.</summary>
/// <param name="Root">Whose descendants were asked for.</param>
/// <param name="Varbinds">In increasing order of their names, all of them below the root.</param>
/// <param name="Failure">Null where the walk came to its end.</param>
public sealed record SnmpWalk(Oid Root, IReadOnlyList<SnmpVarbind> Varbinds, SnmpFailure? Failure)
{
    public bool IsWhole => Failure is null;

    /// <summary>The varbinds one after the other in BER, as they came (after decryption): what <see cref="Codec.SnmpVarbinds.Decode"/> reads.</summary>
    public byte[] Encoded()
    {
        var bytes = new byte[Varbinds.Sum(varbind => varbind.Encoded.Length)];
        var at = 0;
        foreach (var varbind in Varbinds)
        {
            varbind.Encoded.CopyTo(bytes.AsMemory(at));
            at += varbind.Encoded.Length;
        }

        return bytes;
    }
}
