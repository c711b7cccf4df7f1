using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Domain;

namespace SmartTracker.Scheduling.Tests;

public sealed class TakeoverTests
{
    [Fact]
    public async Task A_host_that_starts_again_takes_up_what_a_killed_one_left_as_soon_as_its_lease_is_over()
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, settings: new Dictionary<string, string?> { ["SmartTracker:BackgroundWork"] = "true" });
        await installation.CreateTenantAsync("nordplan");
        await installation.Host.RestartAsync();
        await Eventually.IsTrueAsync(async () => (await installation.WorksAsync("nordplan")).Count(work => work is { LastEndedAt: not null, LeaseOwner: null }) == 2);

        await DieOverAsync(installation, Script.First);
        await installation.Host.RestartAsync();
        var restarted = Stopwatch.StartNew();
        await Eventually.IsTrueAsync(() => installation.Script.Ran.Contains(("nordplan", Script.First)));
        Assert.InRange(restarted.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(45));
        Assert.Single(installation.Script.Ran);
    }

    // As it stands in the table when the process is killed a moment after it took the lease.
    private static Task DieOverAsync(Installation installation, string work) => installation.Host.InTenantAsync(Tenant.DefaultName, services =>
    {
        var now = TimeProvider.System.Now();
        return services.GetRequiredService<SchedulingDbContext>().DueWork.Where(row => row.Tenant == "nordplan" && row.Work == work)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseOwner, (Guid?)Guid.CreateVersion7())
                .SetProperty(row => row.LeaseUntil, (Instant?)Lease.Term.UntilFrom(now))
                .SetProperty(row => row.DueAt, now + Duration.FromMinutes(15)));
    });
}
