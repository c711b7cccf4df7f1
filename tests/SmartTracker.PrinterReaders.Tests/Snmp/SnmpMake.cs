using System.Net;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.PrinterReaders.Tests.Snmp;

internal static class SnmpMake
{
    public static readonly SnmpStateReader Reader = new(TimeProvider.System);

    public static readonly SnmpAccess Access = new() { Version = SnmpVersion.V2c, Community = "public" };

    public static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly SnmpAccess V3 = new()
    {
        Version = SnmpVersion.V3,
        UserName = "reader",
        Authentication = SnmpAuthentication.Sha256,
        AuthenticationSecret = "authpass123",
        Privacy = SnmpPrivacy.Aes128,
        PrivacySecret = "privpass123",
    };

    public static PrinterConnection Connection(int port, SnmpAccess? access = null) => new()
    {
        Address = new Uri($"snmp://127.0.0.1:{port}"),
        Allows = endpoint => endpoint.Equals(new IPEndPoint(IPAddress.Loopback, port)),
        Snmp = access ?? Access,
        Deadline = TimeSpan.FromSeconds(30),
    };

    public static async Task<(PrinterFetch Fetch, PrinterState State)> ReadAsync(this PrinterConnection connection)
    {
        var fetch = await Reader.FetchStateAsync(connection, CancellationToken.None);
        return (fetch, Reader.InterpretState(fetch.Answers));
    }

    public static SnmpVarbind Integer(string name, long value, byte tag = SnmpTag.Integer) => new(Oid.Parse(name), new SnmpInteger(value, tag));

    public static SnmpVarbind Text(string name, string text) => new(Oid.Parse(name), new SnmpOctets(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>A device as an archive would hold it, with something changed about it.</summary>
    public static PrinterState State(string device, params SnmpVarbind[] changes)
    {
        var objects = Devices.Varbinds(device).ToDictionary(varbind => varbind.Name);
        foreach (var change in changes)
            objects[change.Name] = change;
        return Reader.InterpretState([.. Answers(objects.Values)]);
    }

    private static IEnumerable<RawAnswer> Answers(IEnumerable<SnmpVarbind> objects) =>
        from root in (string[])
        [
            "1.3.6.1.2.1.1", "1.3.6.1.2.1.25.1", "1.3.6.1.2.1.25.3.2.1", "1.3.6.1.2.1.25.3.5.1", "1.3.6.1.2.1.43.5.1.1", "1.3.6.1.2.1.43.8.2.1", "1.3.6.1.2.1.43.10.2.1",
            "1.3.6.1.2.1.43.11.1.1", "1.3.6.1.2.1.43.12.1.1", "1.3.6.1.2.1.43.18.1.1", "1.3.6.1.4.1.11.2.3.9.4.2.1.1.3.3", "1.3.6.1.4.1.11.2.3.9.4.2.1.4.1.5.6.3",
        ]
        let found = objects.Where(varbind => varbind.Name.StartsWith(Oid.Parse(root))).OrderBy(varbind => varbind.Name).ToList()
        where found.Count > 0
        select new RawAnswer("snmp/" + root, At, 200, "application/x-snmp-varbinds", SnmpVarbinds.Encode(found), true);
}
