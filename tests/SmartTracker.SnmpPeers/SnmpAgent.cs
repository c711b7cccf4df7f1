using System.Net;
using System.Net.Sockets;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.SnmpPeers;

/// <summary>An agent on a real UDP socket of this machine. What it answers to a packet is a function, so that it can answer wrongly too.</summary>
public sealed class SnmpAgent : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<byte[], IPEndPoint, IEnumerable<byte[]>> _answer;
    private readonly Task _running;
    private int _received;

    /// <param name="answer">From the packet and its sender to the packets sent back, none for silence.</param>
    /// <param name="port">0 for any that is free.</param>
    public SnmpAgent(Func<byte[], IPEndPoint, IEnumerable<byte[]>> answer, int port = 0)
    {
        _answer = answer;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _running = RunAsync();
    }

    public int Port { get; }

    /// <summary>Packets so far.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>v1 and v2c; silent towards another community, as agents are.</summary>
    public static SnmpAgent Of(SnmpObjects objects, string community = "public", int port = 0) => new((packet, _) => Answers(objects, community, packet), port);

    public static IEnumerable<byte[]> Answers(SnmpObjects objects, string community, byte[] packet)
    {
        ArgumentNullException.ThrowIfNull(objects);
        if (SnmpDecoder.Decode(packet).Value is CommunityMessage message && message.Community.Span.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(community)))
            yield return SnmpEncoder.Encode(message with { Pdu = objects.Answer(message.Pdu, message.IsVersion1) });
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        var buffer = new byte[65_535];
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _end.Token);
                Interlocked.Increment(ref _received);
                foreach (var answer in _answer(buffer[..received.ReceivedBytes], (IPEndPoint)received.RemoteEndPoint))
                    await _socket.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
