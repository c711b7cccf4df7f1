using NodaTime;

namespace SmartTracker.Abstractions.Data;

/// <summary>How long work stays its holder's without a sign of life. Who lives renews; what a dead holder had is free again after this time.
/// A holder that only stood still may wake up later, so each of its writes must ask in the same transaction whether the lease is still its own.</summary>
public sealed record LeaseTerm(Duration Length)
{
    /// <summary>A loaded machine may stand still for a few seconds; nobody should wait longer than that for the dead.</summary>
    public static readonly LeaseTerm Usual = new(Duration.FromSeconds(15));

    /// <summary>Two renewals may fail before the lease is lost.</summary>
    public Duration RenewEvery => Length / 3;

    public Instant UntilFrom(Instant now) => now + Length;

    /// <summary>Renews until told to stop; cancels <paramref name="lost"/> when the lease is somebody else's or can no longer be ours.</summary>
    /// <param name="renew">False when the lease is lost; null when that could not be found out, so that it may still be ours.</param>
    public async Task KeepAsync(Instant takenAt, Func<Instant, Task<bool?>> renew, TimeProvider time, CancellationTokenSource lost, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(renew);
        ArgumentNullException.ThrowIfNull(lost);
        var until = UntilFrom(takenAt);
        using var timer = new PeriodicTimer(RenewEvery.ToTimeSpan(), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var now = time.Now();
                if (await renew(now) is { } renewed)
                    until = renewed ? UntilFrom(now) : Instant.MinValue;
                if (until <= now)
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The work has ended.
        }
    }
}
