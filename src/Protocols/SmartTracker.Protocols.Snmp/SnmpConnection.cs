using System.Net;

namespace SmartTracker.Protocols.Snmp;

/// <summary>How to reach an agent, and what may be sent to it.</summary>
public sealed record SnmpConnection
{
    public const int UsualPort = 161;

    /// <summary>A name or an address; IPv6 with or without brackets.</summary>
    public required string Host { get; init; }

    public int Port { get; init; } = UsualPort;

    /// <summary>Asked with each resolved address (IPv4-mapped ones as IPv4) before anything is sent there; all packets then go to exactly the first one allowed.</summary>
    public required Func<IPEndPoint, bool> Allows { get; init; }

    /// <summary>From a name to its addresses, asked once for each visit.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public required SnmpCredentials Credentials { get; init; }

    /// <summary>For the whole visit, from the making of the client.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>How long the first answer to a packet is waited for; each repetition waits twice as long.</summary>
    public TimeSpan FirstPatience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a packet is sent at most.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Rows of a table asked for at once (getBulk, RFC 3416 §4.2.3). Halved when the agent finds its answer too big.</summary>
    public int Repetitions { get; init; } = 20;

    public SnmpLimits Limits { get; init; } = SnmpLimits.Default;

    /// <summary>Leaves the credentials out.</summary>
    public override string ToString() => $"snmp://{Host}:{Port}";
}
