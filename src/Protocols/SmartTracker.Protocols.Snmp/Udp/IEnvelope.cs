using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>What a version puts around requests and takes off answers; keeps what it learned for the whole visit.</summary>
internal interface IEnvelope
{
    /// <summary>What the packets of the last request leave to suspect, where none was an answer; null where nothing does.</summary>
    SnmpFailure? Doubt { get; }

    /// <summary>A new request: answers to the one before count no more.</summary>
    void Begin();

    /// <param name="attempt">From 0, for one request.</param>
    byte[] Seal(SnmpPdu request, int attempt);

    Opened Open(ReadOnlyMemory<byte> packet);
}
