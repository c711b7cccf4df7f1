using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Abstractions.Tests;

public sealed class LeaseTermTests : IDisposable
{
    private static readonly LeaseTerm Term = new(Duration.FromSeconds(15));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _asked = new(0);

    [Fact]
    public void A_killed_holder_keeps_others_waiting_for_seconds_only() =>
        Assert.InRange(LeaseTerm.Usual.Length, Duration.FromSeconds(5), Duration.FromSeconds(20));

    [Fact]
    public async Task Who_lives_keeps_its_lease_for_as_long_as_it_works()
    {
        var keeping = KeepAsync(() => true);
        for (var beat = 0; beat < 20; beat++)
            await BeatAsync();
        Assert.False(_lost.IsCancellationRequested);
        await _ended.CancelAsync();
        await keeping;
    }

    [Fact]
    public async Task Who_is_told_that_the_lease_is_gone_stops_at_once()
    {
        var keeping = KeepAsync(() => false);
        await BeatAsync();
        await keeping;
        Assert.True(_lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Two_renewals_may_fail_and_the_third_ends_the_work()
    {
        var keeping = KeepAsync(() => null);
        await BeatAsync();
        await BeatAsync();
        Assert.False(_lost.IsCancellationRequested);
        await BeatAsync();
        await keeping;
        Assert.True(_lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_renewal_that_succeeds_makes_up_for_those_that_failed()
    {
        var beats = 0;
        var keeping = KeepAsync(() => ++beats % 3 == 0 ? true : null);
        for (var beat = 0; beat < 12; beat++)
            await BeatAsync();
        Assert.False(_lost.IsCancellationRequested);
        await _ended.CancelAsync();
        await keeping;
    }

    public void Dispose()
    {
        _lost.Dispose();
        _ended.Dispose();
        _asked.Dispose();
    }

    private Task KeepAsync(Func<bool?> renew) => Term.KeepAsync(_time.Now(), _ =>
    {
        _asked.Release();
        return Task.FromResult(renew());
    }, _time, _lost, _ended.Token);

    private async Task BeatAsync()
    {
        _time.Advance(Term.RenewEvery.ToTimeSpan());
        Assert.True(await _asked.WaitAsync(TimeSpan.FromMinutes(2)));
    }
}
