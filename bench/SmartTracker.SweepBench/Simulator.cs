using System.Net;
using System.Net.Sockets;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.SweepBench;

/// <summary>All printers of a fleet in a process of their own, each on its port of this machine, until standard input ends.</summary>
internal static class Simulator
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(900);

    private static readonly Oid FirstAsked = Oid.Parse("1.3.6.1.2.1.1");

    public static async Task RunAsync(Fleet fleet)
    {
        var objects = new SnmpObjects(Devices.Varbinds("plotter"));
        using var end = new CancellationTokenSource();
        var printers = fleet.Printers.Select(printer => ServeAsync(printer, objects, end.Token)).ToList();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        await end.CancelAsync();
        await Task.WhenAll(printers);
    }

    private static async Task ServeAsync(FleetPrinter printer, SnmpObjects objects, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, printer.Port));
        var buffer = new byte[2048];
        var any = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            while (true)
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, cancellationToken);
                if (printer.Latency is not { } latency || SnmpDecoder.Decode(buffer.AsSpan(0, received.ReceivedBytes).ToArray()).Value is not CommunityMessage message)
                    continue;
                if (printer.IsSlowLoris)
                    await Task.Delay(Drip, cancellationToken);
                else if (message.Pdu.Varbinds[0].Name == FirstAsked)
                    await Task.Delay(latency, cancellationToken);
                await socket.SendToAsync(SnmpEncoder.Encode(message with { Pdu = objects.Answer(message.Pdu, message.IsVersion1) }), SocketFlags.None, received.RemoteEndPoint, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
