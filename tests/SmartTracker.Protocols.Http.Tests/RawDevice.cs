using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmartTracker.Protocols.Http.Tests;

/// <summary>A device that puts bytes on the wire as a test says, one connection after the other. It hears one question on each.</summary>
internal sealed class RawDevice : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _answer;
    private readonly Task _running;
    private int _connections;

    public RawDevice(Func<Socket, CancellationToken, Task> answer, IPEndPoint? at = null)
    {
        _answer = answer;
        _listener = new TcpListener(at ?? new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Start();
        _running = RunAsync();
    }

    public RawDevice(byte[] answer) : this(async (socket, stop) => await socket.SendAsync(answer, stop))
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    public DeviceConnection Connection(int maximumBytes = 1024 * 1024, double seconds = 60) => new()
    {
        Address = new Uri($"http://127.0.0.1:{Port}/"),
        Allows = _ => true,
        Deadline = TimeSpan.FromSeconds(seconds),
        MaximumBytes = maximumBytes,
    };

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                await TalkAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The end.
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        try
        {
            var buffer = new byte[4096];
            for (var heard = 0; !buffer.AsSpan(0, heard).EndsWith("\r\n\r\n"u8);)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(heard), _stop.Token);
                if (read == 0)
                    return;
                heard += read;
            }

            await _answer(socket, _stop.Token);
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Whoever asked has gone.
        }
    }
}

internal static class Asking
{
    public static async Task<DeviceReply> AskAsync(this DeviceConnection connection, string path = "/jobs")
    {
        using var client = new DeviceClient(connection, TimeProvider.System);
        return await client.SendAsync(new DeviceRequest(path, "text/xml"), CancellationToken.None);
    }
}
