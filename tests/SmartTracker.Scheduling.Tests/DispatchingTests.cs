using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class DispatchingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_tenant_that_nobody_visits_gets_its_work_done(DatabaseEngine engine)
    {
        await using var installation = await Installation.StartAsync(engine, _time);
        await installation.CreateTenantAsync("nordplan");
        await installation.Host.RestartAsync();

        var batch = Assert.Single(await installation.DispatchAsync());
        await installation.RunAsync(batch, CancellationToken.None);
        Assert.Equal([("nordplan", Script.First), ("nordplan", Script.Second)], installation.Script.Ran.Order());
    }

    [Fact]
    public async Task Work_is_queued_once_and_again_when_it_is_due_again()
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, _time);
        await installation.CreateTenantAsync("nordplan");
        var batch = Assert.Single(await installation.DispatchAsync());
        Assert.Equal([Script.First, Script.Second], batch.Works.Order());
        Assert.Empty(await installation.DispatchAsync());

        await installation.RunAsync(batch, CancellationToken.None);
        Assert.Empty(await installation.DispatchAsync());
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal([Script.First], Assert.Single(await installation.DispatchAsync()).Works);
    }

    [Fact]
    public async Task A_batch_that_got_lost_is_queued_again_after_a_while()
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, _time);
        await installation.CreateTenantAsync("nordplan");
        await installation.DispatchAsync();
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Single(await installation.DispatchAsync());
    }

    [Fact]
    public async Task A_disabled_tenant_is_left_alone_until_it_runs_again()
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, _time);
        await installation.CreateTenantAsync("nordplan");
        await installation.CreateTenantAsync("baukontor");
        await installation.Host.Tenants.DisableAsync("nordplan", CancellationToken.None);
        Assert.Equal("baukontor", Assert.Single(await installation.DispatchAsync()).Tenant);

        await installation.Host.Tenants.EnableAsync("nordplan", CancellationToken.None);
        Assert.Equal("nordplan", Assert.Single(await installation.DispatchAsync()).Tenant);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Works_go_with_the_feature_that_brought_them_and_keep_their_times_otherwise(DatabaseEngine engine)
    {
        await using var installation = await Installation.StartAsync(engine, _time);
        await installation.CreateTenantAsync("nordplan");
        await installation.DispatchAsync();
        await installation.RunAsync("nordplan", Script.First, Script.Second);
        var before = await installation.WorkAsync("nordplan", Script.First);

        await installation.Host.Tenants.DisableAsync("nordplan", CancellationToken.None);
        await installation.Host.Tenants.EnableAsync("nordplan", CancellationToken.None);
        await installation.DispatchAsync();
        Assert.Equal(before.DueAt, (await installation.WorkAsync("nordplan", Script.First)).DueAt);

        await installation.Host.Tenants.ChangeFeaturesAsync("nordplan", [], ["SmartTracker.Scheduling.Tests"], CancellationToken.None);
        await installation.DispatchAsync();
        Assert.Empty(await installation.WorksAsync("nordplan"));
    }
}
