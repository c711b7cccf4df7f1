using System.Net;
using System.Net.Sockets;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>A socket that is tied to the one address that the gate allowed: the system throws away packets from any other, and passes on what ICMP says.</summary>
internal sealed class UdpLink : IDisposable
{
    private readonly Socket _socket;

    private UdpLink(Socket socket) => _socket = socket;

    public static async Task<(UdpLink? Link, SnmpFailure? Failure)> OpenAsync(SnmpConnection connection, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(connection.Host.Trim('[', ']'), out var literal) ? [literal] : await connection.Resolve(connection.Host, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return (null, new SnmpFailure(SnmpFailureKind.NameUnknown));
        }

        IPEndPoint? refused = null;
        SnmpFailure? failure = null;
        foreach (var address in addresses)
        {
            var endpoint = new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, connection.Port);
            if (!connection.Allows(endpoint))
            {
                refused ??= endpoint;
                continue;
            }

            var socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                // Sends nothing: it only fixes the peer.
                await socket.ConnectAsync(endpoint, cancellationToken);
                return (new UdpLink(socket), null);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (exception is not SocketException)
                    throw;
                failure = new SnmpFailure(SnmpFailureKind.Unreachable);
            }
        }

        return (null, failure ?? (refused is null ? new SnmpFailure(SnmpFailureKind.NameUnknown) : new SnmpFailure(SnmpFailureKind.NotAllowed, refused.ToString())));
    }

    public ValueTask<int> SendAsync(byte[] packet, CancellationToken cancellationToken) => _socket.SendAsync(packet, SocketFlags.None, cancellationToken);

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);

    public void Dispose() => _socket.Dispose();
}
