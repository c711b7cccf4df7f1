using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Threading.Channels;

namespace SmartTracker.Protocols.Mdns.Browsing;

/// <summary>Asks the network of one own address from a port of its own, so that answers come to it alone and nobody's responder on port 5353 is disturbed
/// (RFC 6762 §5.1, §6.7).</summary>
internal sealed class MdnsSocket : IDisposable
{
    private const int OneHop = 255;

    private static readonly IPEndPoint Group6 = new(IPAddress.Parse("ff02::fb"), 5353);

    private readonly Socket _socket;
    private readonly IPEndPoint _group;

    private MdnsSocket(Socket socket, IPEndPoint group) => (_socket, _group) = (socket, group);

    /// <summary>Null where this address cannot multicast.</summary>
    public static MdnsSocket? Open(IPAddress from, IPEndPoint group)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (from.AddressFamily == AddressFamily.InterNetwork)
            {
                socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, from.GetAddressBytes());
                socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, OneHop);
            }
            else
            {
                socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, (int)from.ScopeId);
                socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive, OneHop);
            }

            socket.Bind(new IPEndPoint(from, 0));
            return new MdnsSocket(socket, from.AddressFamily == AddressFamily.InterNetwork ? group : Group6);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>IPv4 addresses and link-local IPv6 ones of cards that are up and can multicast.</summary>
    public static IReadOnlyList<IPAddress> OwnAddresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card is { OperationalStatus: OperationalStatus.Up, SupportsMulticast: true } && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses.Select(unicast => unicast.Address))
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv6LinkLocal),
    ];

    public async Task AskAsync(byte[] questions, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.SendToAsync(questions, SocketFlags.None, _group, cancellationToken);
        }
        catch (SocketException)
        {
            // This network is gone; the others are asked all the same.
        }
    }

    public async Task ListenAsync(ChannelWriter<(byte[] Packet, IPAddress Sender)> packets, int mostBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[mostBytes + 1];
        EndPoint any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, any, cancellationToken);
                await packets.WriteAsync((buffer[..received.ReceivedBytes], ((IPEndPoint)received.RemoteEndPoint).Address), cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.MessageSize)
            {
                // Somebody's port is closed, or a packet was larger than any message: the next one may be right.
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
