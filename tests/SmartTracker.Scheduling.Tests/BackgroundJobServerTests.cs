using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.Running;
using SmartTracker.Scheduling.Server;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class BackgroundJobServerTests
{
    [Theory]
    [InlineData("InMemory")]
    [InlineData("Postgres")]
    public async Task The_running_host_does_due_work_of_every_tenant_and_answers_requests(string storage)
    {
        await using var installation = await Installation.StartAsync(DatabaseEngine.Sqlite, settings: new Dictionary<string, string?>
        {
            ["SmartTracker:Scheduling:Storage"] = storage,
            ["SmartTracker:Scheduling:ConnectionString"] = Postgres.Server,
            ["SmartTracker:Scheduling:Schema"] = "hangfire_" + Guid.NewGuid().ToString("N"),
        });
        await installation.CreateTenantAsync("nordplan");
        await installation.CreateTenantAsync("baukontor");
        await installation.StartServerAsync();
        await Eventually.IsTrueAsync(() => installation.Script.Ran.Distinct().Count() == 4);

        await Eventually.IsTrueAsync(async () => (await installation.WorkAsync("nordplan", Script.First)).LastEndedAt is not null);
        await installation.Host.InTenantAsync(
            "nordplan", services => services.GetRequiredService<IWorkRequests>().RequestAsync(Script.First, CancellationToken.None));
        await Eventually.IsTrueAsync(() => installation.Script.Ran.Count(ran => ran == ("nordplan", Script.First)) == 2);
    }

    [Fact]
    public void A_stored_job_can_name_no_types_but_ours()
    {
        Assert.Equal(typeof(RunDueWorkJob), HangfireConventions.Resolve("SmartTracker.Scheduling.Running.RunDueWorkJob, SmartTracker.Scheduling"));
        Assert.Throws<JobLoadException>(() => HangfireConventions.Resolve("System.Diagnostics.Process, System.Diagnostics.Process"));
    }

    [Fact]
    public async Task Postgres_without_a_connection_string_is_refused_in_words()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?> { ["SmartTracker:Scheduling:Storage"] = "Postgres" });
        var error = Assert.Throws<InvalidOperationException>(() => SchedulingOptions.Of(host.Services.GetRequiredService<HostConfiguration>()));
        Assert.Contains("SmartTracker:Scheduling:ConnectionString", error.Message, StringComparison.Ordinal);
    }
}
