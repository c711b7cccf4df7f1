using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Scheduling.Domain;
using SmartTracker.Scheduling.Running;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class LeaseTests
{
    private const string Nordplan = "nordplan";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_many_workers_exactly_one_gets_a_work(DatabaseEngine engine)
    {
        await using var installation = await RegisteredAsync(engine);
        var leases = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            Task.Run(() => installation.Leases.TakeAsync(Nordplan, Script.First, CancellationToken.None))));
        Assert.Single(leases, lease => lease is not null);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_lost_the_lease_records_nothing(DatabaseEngine engine)
    {
        await using var installation = await RegisteredAsync(engine);
        var slow = await installation.Leases.TakeAsync(Nordplan, Script.First, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(3));
        var next = await installation.Leases.TakeAsync(Nordplan, Script.First, CancellationToken.None);

        Assert.False(await installation.Leases.CompleteAsync(slow!));
        Assert.False(await installation.Leases.FailAsync(slow!, WorkProblem.Database));
        var row = await installation.WorkAsync(Nordplan, Script.First);
        Assert.Equal(next!.Owner, row.LeaseOwner);
        Assert.Null(row.LastEndedAt);
        Assert.Null(row.LastProblem);
        Assert.True(await installation.Leases.CompleteAsync(next));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_renewed_lease_cannot_be_taken(DatabaseEngine engine)
    {
        await using var installation = await RegisteredAsync(engine);
        var lease = await installation.Leases.TakeAsync(Nordplan, Script.First, CancellationToken.None);
        using var lost = new CancellationTokenSource();
        using var ended = new CancellationTokenSource();
        var keeping = installation.Leases.KeepAsync(lease!, lost, ended.Token);
        for (var minute = 0; minute < 5; minute++)
        {
            var renewedAt = _time.Now() + Duration.FromMinutes(1);
            _time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.IsTrueAsync(async () => (await installation.WorkAsync(Nordplan, Script.First)).LeaseUntil >= renewedAt + Lease.Term.Length);
        }

        Assert.Null(await installation.Leases.TakeAsync(Nordplan, Script.First, CancellationToken.None));
        Assert.False(lost.IsCancellationRequested);
        await ended.CancelAsync();
        await keeping;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_that_a_dead_worker_left_is_dispatched_when_its_lease_ends(DatabaseEngine engine)
    {
        await using var installation = await RegisteredAsync(engine);
        await installation.Leases.TakeAsync(Nordplan, Script.Second, CancellationToken.None);
        await installation.RunAsync(Nordplan, Script.First);

        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.Empty(await installation.DispatchAsync());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([Script.Second], Assert.Single(await installation.DispatchAsync()).Works);
    }

    private async Task<Installation> RegisteredAsync(DatabaseEngine engine)
    {
        var installation = await Installation.StartAsync(engine, _time);
        await installation.CreateTenantAsync(Nordplan);
        await installation.DispatchAsync();
        return installation;
    }
}
