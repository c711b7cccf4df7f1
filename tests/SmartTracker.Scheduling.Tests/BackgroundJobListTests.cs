using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.BackgroundJobs;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Tests;

public sealed class BackgroundJobListTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_operator_sees_every_tenants_jobs_and_a_tenant_only_its_own()
    {
        await using var installation = await StartAsync();
        var all = await ListAsync(installation, Tenant.DefaultName);
        Assert.True(all.ShowsTenants);
        Assert.Equal(["baukontor", "nordplan"], all.Rows.Select(row => row.Tenant).Distinct());

        var own = await ListAsync(installation, "nordplan");
        Assert.False(own.ShowsTenants);
        Assert.Equal(["nordplan"], own.Rows.Select(row => row.Tenant).Distinct());
    }

    [Theory]
    [InlineData(Tenant.DefaultName, "nordplan", true)]
    [InlineData("nordplan", "nordplan", true)]
    [InlineData("nordplan", "baukontor", false)]
    public async Task Only_the_operator_may_run_another_tenants_work(string from, string tenant, bool may)
    {
        await using var installation = await StartAsync();
        Assert.Equal(may, await installation.Host.InTenantAsync(from, services => Task.FromResult(services.GetRequiredService<BackgroundJobQuery>().MaySee(tenant))));
    }

    [Fact]
    public async Task Each_row_says_how_the_last_run_went_and_when_the_next_is_due()
    {
        await using var installation = await StartAsync();
        installation.Script.Does[("nordplan", Script.Second)] = _ => throw new TimeoutException();
        await installation.RunAsync("nordplan", Script.First, Script.Second);
        await installation.Leases.TakeAsync("baukontor", Script.First, CancellationToken.None);

        var rows = (await ListAsync(installation, Tenant.DefaultName)).Rows.ToDictionary(row => (row.Tenant, row.Work));
        Assert.Equal(Outcome.Done, rows[("nordplan", Script.First)].Outcome);
        Assert.Equal("First work", rows[("nordplan", Script.First)].Title);
        Assert.Equal(Outcome.Failed, rows[("nordplan", Script.Second)].Outcome);
        Assert.Equal(WorkProblem.TooLong, rows[("nordplan", Script.Second)].Problem);
        Assert.Equal(Outcome.Running, rows[("baukontor", Script.First)].Outcome);
        Assert.Equal(Outcome.NotRunYet, rows[("baukontor", Script.Second)].Outcome);
        Assert.Equal(_time.Now(), rows[("baukontor", Script.Second)].NextDue);
    }

    private async Task<Installation> StartAsync()
    {
        var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, _time);
        await installation.CreateTenantAsync("nordplan");
        await installation.CreateTenantAsync("baukontor");
        await installation.DispatchAsync();
        return installation;
    }

    private static Task<BackgroundJobList> ListAsync(Installation installation, string tenant) => installation.Host.InTenantAsync(
        tenant, services => services.GetRequiredService<BackgroundJobQuery>().ListAsync(CancellationToken.None));
}
