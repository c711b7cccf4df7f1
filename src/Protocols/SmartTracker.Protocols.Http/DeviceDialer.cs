using System.Net;
using System.Net.Sockets;

namespace SmartTracker.Protocols.Http;

/// <summary>Opens the socket: resolves once, asks the gate for each address, connects to the address that was allowed.</summary>
internal sealed class DeviceDialer(DeviceConnection connection)
{
    // A printer that is there takes a connection at once; one that is switched off must not use up the whole deadline.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Why no socket was opened, or null.</summary>
    public DeviceFailure? Failure { get; private set; }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Failure = null;
        var refused = new List<IPEndPoint>();
        Exception? last = null;
        foreach (var address in await ResolveAsync(context.DnsEndPoint.Host, cancellationToken))
        {
            var endpoint = new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, context.DnsEndPoint.Port);
            if (!connection.Allows(endpoint))
            {
                refused.Add(endpoint);
                continue;
            }

            var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await ConnectAsync(socket, endpoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (exception is not SocketException)
                    throw;
                last = exception;
            }
        }

        Failure = last is null && refused.Count > 0
            ? new DeviceFailure(DeviceFailureKind.NotAllowed, refused[0].ToString())
            : new DeviceFailure(DeviceFailureKind.Unreachable);
        throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection.", last);
    }

    private static async Task ConnectAsync(Socket socket, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(endpoint, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return [address];
        try
        {
            return await connection.Resolve(host, cancellationToken);
        }
        catch (SocketException exception)
        {
            Failure = new DeviceFailure(DeviceFailureKind.NameUnknown);
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "No address.", exception);
        }
    }
}
