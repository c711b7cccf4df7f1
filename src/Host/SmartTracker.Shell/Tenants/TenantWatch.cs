using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>Looks at the tenants' files once a second: lets go of shells whose tenant another process changed or switched off, and clears
/// away what a setup left whose process died.</summary>
internal sealed partial class TenantWatch(TenantStore store, ShellHost shells, TenantSetup setup, ILogger<TenantWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Files change in the world's time, also where the tenants' clock is set to another month.
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await shells.ReleaseChangedAsync();
                if (store.List().Any(settings => settings.State == TenantState.Initializing))
                    await setup.ClearAbandonedAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking at the tenants' files failed; it is tried again in a second.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
