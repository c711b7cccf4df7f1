using System.Text;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>v1 and v2c: a version and a word. An agent that does not know the word keeps silent.</summary>
internal sealed class CommunityEnvelope(SnmpCommunity credentials, SnmpLimits limits) : IEnvelope
{
    private readonly byte[] _community = Encoding.UTF8.GetBytes(credentials.Community);

    public SnmpFailure? Doubt { get; private set; }

    public void Begin() => Doubt = null;

    public byte[] Seal(SnmpPdu request, int attempt) => SnmpEncoder.Encode(new CommunityMessage(credentials.IsVersion1, _community, request));

    public Opened Open(ReadOnlyMemory<byte> packet)
    {
        var reading = SnmpDecoder.Decode(packet, limits);
        if (reading.Value is CommunityMessage message && message.IsVersion1 == credentials.IsVersion1)
            return new Opened.Answer(message.Pdu);
        Doubt = new SnmpFailure(SnmpFailureKind.NotUnderstood, reading.Defect ?? "another version than the one asked in");
        return Opened.Ignored.One;
    }
}
