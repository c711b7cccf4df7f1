using System.Net;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.Protocols.Snmp.Tests;

internal static class Make
{
    public static readonly Oid SysDescr = Oid.Parse("1.3.6.1.2.1.1.1.0");
    public static readonly Oid Supplies = Oid.Parse("1.3.6.1.2.1.43.11");
    public static readonly SnmpObjects Plotter = new(Devices.Varbinds("plotter"));

    public static readonly SnmpUser User = new("reader")
    {
        Authentication = AuthenticationProtocol.Sha256,
        AuthenticationSecret = "authpass123",
        Privacy = PrivacyProtocol.Aes128,
        PrivacySecret = "privpass123",
    };

    public static SnmpConnection Connection(int port, SnmpCredentials? credentials = null) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Allows = endpoint => endpoint.Equals(new IPEndPoint(IPAddress.Loopback, port)),
        Credentials = credentials ?? new SnmpCommunity("public"),
        Deadline = TimeSpan.FromSeconds(30),
        // Long, so that a busy machine sends nothing twice where packets are counted.
        FirstPatience = TimeSpan.FromSeconds(5),
        Tries = 3,
    };

    public static SnmpConnection Connection(this SnmpAgent agent, SnmpCredentials? credentials = null) => Connection(agent.Port, credentials);

    /// <summary>For peers that keep silent: they are on this machine.</summary>
    public static SnmpConnection Impatient(this SnmpConnection connection) => connection with { FirstPatience = TimeSpan.FromMilliseconds(150) };

    public static async Task<SnmpReply> GetAsync(this SnmpConnection connection, params Oid[] names)
    {
        using var client = new SnmpClient(connection, TimeProvider.System);
        return await client.GetAsync(names.Length == 0 ? [SysDescr] : names, CancellationToken.None);
    }

    public static async Task<SnmpWalk> WalkAsync(this SnmpConnection connection, Oid? root = null)
    {
        using var client = new SnmpClient(connection, TimeProvider.System);
        return await client.WalkAsync(root ?? Supplies, CancellationToken.None);
    }

    /// <summary>An agent that knows the plotter, with something done to each of its answers.</summary>
    public static SnmpAgent Agent(Func<CommunityMessage, CommunityMessage> change) =>
        new((packet, _) => SnmpAgent.Answers(Plotter, "public", packet).Select(answer => SnmpEncoder.Encode(change((CommunityMessage)SnmpDecoder.Decode(answer).Value!))));

    public static CommunityMessage Read(byte[] packet) => (CommunityMessage)SnmpDecoder.Decode(packet).Value!;
}
