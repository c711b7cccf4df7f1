using System.Net;
using System.Net.Sockets;

namespace SmartTracker.Security.Tests;

/// <summary>Listens on every address of this machine, on one port by TCP and by UDP, and hears whether anybody comes.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener _tcp = new(IPAddress.IPv6Any, 0);
    private readonly Socket _udp = new(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp) { DualMode = true };

    public Canary()
    {
        _tcp.Server.DualMode = true;
        _tcp.Start();
        _udp.Bind(new IPEndPoint(IPAddress.IPv6Any, Port));
    }

    public int Port => ((IPEndPoint)_tcp.LocalEndpoint).Port;

    public bool HeardSomebody => _tcp.Pending() || _udp.Available > 0;

    public void Dispose()
    {
        _tcp.Dispose();
        _udp.Dispose();
    }
}
