using Microsoft.Extensions.Hosting;

namespace SmartTracker.Shell.Setup;

/// <summary>Runs the auto-setup with the host: a wrong configuration keeps it from starting, a database that does not answer does not.</summary>
internal sealed class AutoSetupStart(AutoSetup autoSetup) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        autoSetup.Check();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!autoSetup.IsConfigured)
            return;
        await autoSetup.AnnounceAsync(stoppingToken);
        if (autoSetup.Path.Length == 0)
            await autoSetup.EnsureAllAsync(stoppingToken);
    }
}
