using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>Starts and stops the background services that modules registered in the Default tenant, with the host. The Default shell is
/// held for that long, so a change of its features takes effect for background work at the next start of the host.</summary>
internal sealed class TenantBackgroundServices(TenantStore store, ShellHost shells) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what was started has been stopped below.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        ShellSettings? settings;
        while ((settings = store.Find(Tenant.DefaultName)) is not { State: TenantState.Running })
            await Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken);

        await using var use = await shells.UseAsync(settings, stoppingToken);
        var started = new Stack<IHostedService>();
        try
        {
            foreach (var service in use.Shell.Services.GetServices<IHostedService>())
            {
                await service.StartAsync(stoppingToken);
                started.Push(service);
            }

            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        finally
        {
            foreach (var service in started)
                await service.StopAsync(CancellationToken.None);
        }
    }
}
