using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SmartTracker.Crash.Tests;

internal enum CommitFault
{
    None,

    /// <summary>COMMIT arrives at the server, its answer reaches nobody: the connection is cut.</summary>
    LoseAnswer,

    /// <summary>COMMIT never arrives: the connection is cut, the server rolls back.</summary>
    LoseCommit,

    /// <summary>COMMIT arrives, and whoever armed the fault kills the host.</summary>
    Kill,
}

/// <summary>Passes bytes between hosts and PostgreSQL on the loopback and knows a COMMIT when it sees one.</summary>
internal sealed class PostgresProxy : IAsyncDisposable
{
    // A simple query, as the driver sends it: 'Q', length 11, text, zero.
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT"u8, 0];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Lock _lock = new();
    private CommitFault _fault;
    private int _commitsLeft;
    private TaskCompletionSource _happened = new();

    public PostgresProxy(string server)
    {
        _server = new NpgsqlConnectionStringBuilder(server);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();
        _ = AcceptAsync();
    }

    public string ConnectionString { get; }

    /// <summary>The fault strikes once, at the given COMMIT from now on; the task ends when it did.</summary>
    public Task Arm(CommitFault fault, int commit)
    {
        lock (_lock)
        {
            (_fault, _commitsLeft) = (fault, commit);
            _happened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _happened.Task;
        }
    }

    public void Disarm()
    {
        lock (_lock)
            _fault = CommitFault.None;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, _stop.Token);
                client.NoDelay = server.NoDelay = true;
                var answers = server.GetStream().CopyToAsync(client.GetStream(), _stop.Token);
                await Task.WhenAny(PassAsync(client.GetStream(), server), answers);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either end is gone; the other one learns it by the closed connection.
            }
        }
    }

    private async Task PassAsync(NetworkStream client, TcpClient server)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await client.ReadAsync(buffer, _stop.Token)) > 0)
        {
            var fault = buffer.AsSpan(0, read).IndexOf(Commit) >= 0 ? Strike() : CommitFault.None;
            if (fault == CommitFault.LoseCommit)
            {
                _happened.TrySetResult();
                return;
            }

            if (fault == CommitFault.LoseAnswer)
                await LoseAnswerAsync(server, buffer.AsMemory(0, read), client);
            await server.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            if (fault != CommitFault.None)
                _happened.TrySetResult();
        }
    }

    // Closing our side to the client first: whatever the server answers has nowhere to go.
    private async Task LoseAnswerAsync(TcpClient server, ReadOnlyMemory<byte> commit, NetworkStream client)
    {
        client.Socket.LingerState = new LingerOption(true, 0);
        client.Socket.Close();
        await server.GetStream().WriteAsync(commit, _stop.Token);
        await Task.Delay(50, _stop.Token);
        _happened.TrySetResult();
        throw new IOException("The answer is lost.");
    }

    private CommitFault Strike()
    {
        lock (_lock)
        {
            if (_fault == CommitFault.None || --_commitsLeft > 0)
                return CommitFault.None;
            var fault = _fault;
            _fault = CommitFault.None;
            return fault;
        }
    }
}
