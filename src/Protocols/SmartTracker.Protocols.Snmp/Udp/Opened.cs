using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>What a received packet is to the one that was sent.</summary>
internal abstract record Opened
{
    /// <summary>Not the answer: another request's, a forgery, or noise. The answer may still come.</summary>
    public sealed record Ignored : Opened
    {
        public static Ignored One { get; } = new();
    }

    /// <summary>The agent told what was wrong with our packet, so it is sent again as it should be.</summary>
    /// <param name="Otherwise">The failure, where that does not help.</param>
    public sealed record SendAgain(SnmpFailure Otherwise) : Opened;

    public sealed record Answer(SnmpPdu Pdu) : Opened;

    public sealed record Failed(SnmpFailure Failure) : Opened;
}
