using System.Net;
using System.Net.Sockets;

namespace SmartTracker.TestHost;

/// <summary>A port of this machine's loopback on which nobody listens at the moment, for programs that cannot be told to choose one themselves.</summary>
public static class FreePort
{
    public static int Tcp() => Of(SocketType.Stream, ProtocolType.Tcp);

    public static int Udp() => Of(SocketType.Dgram, ProtocolType.Udp);

    private static int Of(SocketType type, ProtocolType protocol)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
