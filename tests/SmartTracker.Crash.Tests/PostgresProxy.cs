using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SmartTracker.Crash.Tests;

/// <summary>Passes bytes between hosts and PostgreSQL on the loopback, knows a COMMIT when it sees one, and does to it what it is armed for.</summary>
internal sealed class PostgresProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly EndPoint _server;
    private readonly Lock _lock = new();
    private readonly Task _accepting;
    private Strike? _strike;
    private int _commits;
    private int _strikeAt;

    public PostgresProxy(NpgsqlConnectionStringBuilder server)
    {
        // A path is the folder of the server's socket.
        _server = server.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(server.Host, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{server.Port}")))
            : new DnsEndPoint(server.Host, server.Port);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(server.ToString()) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();
        _accepting = AcceptAsync();
    }

    public string ConnectionString { get; }

    public int Commits => Volatile.Read(ref _commits);

    /// <summary>Strikes once, at the given COMMIT from now on; the task ends when it did.</summary>
    public Task Arm(Fault fault)
    {
        lock (_lock)
        {
            _strike = new Strike(fault);
            _strikeAt = _commits + fault.Commit;
            return _strike.Happened.Task;
        }
    }

    public void Disarm()
    {
        lock (_lock)
            _strike = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var host = client;
        using var server = _server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await server.ConnectAsync(_server, _stop.Token);
            await new PostgresLink(host, server, Committing).PassAsync(_stop.Token);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end is gone; the other one learns it by the closed connection.
        }
    }

    // Null where this COMMIT is left in peace.
    private Strike? Committing()
    {
        lock (_lock)
        {
            if (++_commits != _strikeAt || _strike is not { } strike)
                return null;
            _strike = null;
            return strike;
        }
    }
}

/// <summary>A fault on its way to happen.</summary>
internal sealed record Strike(Fault Fault)
{
    public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
