using System.Net.Sockets;

namespace SmartTracker.Crash.Tests;

/// <summary>One connection through the proxy.</summary>
internal sealed class PostgresLink(Socket host, Socket server, Func<Strike?> committing)
{
    // A simple query, as the driver sends it: 'Q', length 11, text, zero.
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT"u8, 0];

    private volatile Strike? _answering;

    /// <summary>Until either end, or a fault, cuts it.</summary>
    public async Task PassAsync(CancellationToken stop)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] ways = [AskAsync(cut.Token), AnswerAsync(cut.Token)];
        await Task.WhenAny(ways);
        await cut.CancelAsync();
        await Task.WhenAll(ways);
    }

    private async Task AskAsync(CancellationToken cut)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await host.ReceiveAsync(buffer, cut)) > 0)
        {
            if (buffer.AsSpan(0, read).IndexOf(Commit) >= 0 && committing() is { } strike)
            {
                if (strike.Fault.Kind is FaultKind.KillBefore or FaultKind.LoseCommit)
                {
                    strike.Happened.TrySetResult();
                    if (strike.Fault.Kind == FaultKind.KillBefore)
                        await UntilDeadAsync(buffer, cut);
                    return;
                }

                _answering = strike;
            }

            await SendAsync(server, buffer.AsMemory(0, read), cut);
        }
    }

    private async Task AnswerAsync(CancellationToken cut)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await server.ReceiveAsync(buffer, cut)) > 0)
        {
            // The server only speaks when it is done.
            if (_answering is { Fault.Kind: not FaultKind.KillLater } strike)
            {
                strike.Happened.TrySetResult();
                // Who is to be killed is held until it is dead and its connection with it.
                if (strike.Fault.Kind == FaultKind.KillAfter)
                    await Task.Delay(Timeout.Infinite, cut);
                return;
            }

            await SendAsync(host, buffer.AsMemory(0, read), cut);
            if (_answering is { } later)
            {
                _answering = null;
                _ = Task.Delay(later.Fault.Milliseconds, cut).ContinueWith(_ => later.Happened.TrySetResult(), TaskScheduler.Default);
            }
        }
    }

    private async Task UntilDeadAsync(byte[] buffer, CancellationToken cut)
    {
        while (await host.ReceiveAsync(buffer, cut) > 0)
        {
        }
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken cut)
    {
        while (bytes.Length > 0)
            bytes = bytes[await to.SendAsync(bytes, cut)..];
    }
}
