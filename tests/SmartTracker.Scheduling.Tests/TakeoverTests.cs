using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class TakeoverTests
{
    [Fact]
    public async Task A_host_that_starts_again_takes_up_what_a_killed_one_left_as_soon_as_its_lease_is_over()
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite);
        await installation.CreateTenantAsync("nordplan");
        await installation.DispatchAsync();
        await installation.RunAsync("nordplan", Script.First, Script.Second);

        var leaseEnds = await DieOverAsync(installation, Script.First);
        await installation.StartServerAsync();
        // The work's own time is a quarter of an hour away.
        await Eventually.IsTrueAsync(async () => (await installation.WorkAsync("nordplan", Script.First)).LeaseOwner is null);
        Assert.Equal([("nordplan", Script.First)], installation.Script.Ran);
        Assert.True((await installation.WorkAsync("nordplan", Script.First)).LastEndedAt >= leaseEnds);
    }

    // As it stands in the table when the process is killed a moment after it took the lease.
    private static Task<Instant> DieOverAsync(Installation installation, string work) => installation.Host.InTenantAsync(Tenant.DefaultName, async services =>
    {
        var now = TimeProvider.System.Now();
        var leaseEnds = Lease.Term.UntilFrom(now);
        await services.GetRequiredService<SchedulingDbContext>().DueWork.Where(row => row.Tenant == "nordplan" && row.Work == work)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseOwner, (Guid?)Guid.CreateVersion7())
                .SetProperty(row => row.LeaseUntil, (Instant?)leaseEnds)
                .SetProperty(row => row.DueAt, now + Duration.FromMinutes(15)));
        return leaseEnds;
    });
}
