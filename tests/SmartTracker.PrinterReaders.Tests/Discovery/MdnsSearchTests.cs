using System.Net;
using System.Net.Sockets;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.Protocols.Mdns.Browsing;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.PrinterReaders.Tests.Discovery;

/// <summary>What is announced becomes a device. That real announcements are understood is proven where the protocol is.</summary>
public sealed class MdnsSearchTests
{
    [Fact]
    public async Task A_printer_that_announces_itself_is_found_with_where_it_listens()
    {
        var found = Assert.Single(await SearchAsync(_ => true, "127.0.0.1", "192.0.2.7"));
        Assert.Equal(IPAddress.Loopback, found.Address);
        Assert.Equivalent(new FoundDevice
        {
            Address = IPAddress.Loopback,
            Source = DiscoverySource.Mdns,
            IsPrinter = true,
            Name = "Plotter 2. OG",
            Model = "Simulated Plotter",
            Uuid = "0a1b",
            Location = "Flur",
            Ports = [new FoundPort("ipps", 631, "ipp/print")],
        }, found with { Address = IPAddress.Loopback }, strict: true);
    }

    [Fact]
    public async Task An_address_that_is_only_claimed_must_be_allowed()
    {
        Assert.Equal(IPAddress.Parse("192.0.2.7"), Assert.Single(await SearchAsync(endpoint => endpoint.Address.Equals(IPAddress.Parse("192.0.2.7")), "169.254.169.254", "192.0.2.7")).Address);
        Assert.Empty(await SearchAsync(endpoint => !endpoint.Address.Equals(IPAddress.Parse("169.254.169.254")), "169.254.169.254"));
    }

    private static async Task<List<FoundDevice>> SearchAsync(Func<IPEndPoint, bool> allows, params string[] addresses)
    {
        using var responder = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        responder.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerOnceAsync(responder, addresses);
        var options = new MdnsOptions { From = [IPAddress.Loopback], Group = (IPEndPoint)responder.LocalEndPoint!, Duration = TimeSpan.FromMilliseconds(1500) };
        var found = await new MdnsSearch(options, allows, TimeProvider.System).SearchAsync(CancellationToken.None).ToListAsync();
        await answering;
        return found;
    }

    private static async Task AnswerOnceAsync(Socket responder, string[] addresses)
    {
        var asked = await responder.ReceiveFromAsync(new byte[9000], SocketFlags.None, new IPEndPoint(IPAddress.Any, 0));
        var (type, host) = (DnsName.Parse("_ipps._tcp.local"), DnsName.Parse("plotter2.local"));
        var instance = new DnsName(["Plotter 2. OG", .. type.Labels]);
        var answer = new DnsMessage(1, true, [],
        [
            new DnsPointer(type, 120, instance),
            new DnsService(instance, 120, 631, host),
            new DnsText(instance, 120, ["ty=Simulated Plotter", "rp=/ipp/print", "UUID=0A1B", "note=Flur", "product=(Other)"]),
            .. addresses.Select(address => new DnsAddress(host, 120, IPAddress.Parse(address))),
        ]);
        await responder.SendToAsync(DnsEncoder.Encode(answer), SocketFlags.None, asked.RemoteEndPoint);
    }
}
