using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>Gives back the memory of tenants that nobody visits. Setting: <c>SmartTracker:Shells:IdleMinutes</c>, 20 unless told.</summary>
internal sealed class IdleShellRelease(ShellHost shells, HostConfiguration host, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var idle = TimeSpan.FromMinutes(host.Values.GetValue("SmartTracker:Shells:IdleMinutes", 20));
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await shells.ReleaseIdleAsync(idle);
    }
}
