using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Web;

/// <summary>Prints the address of the setup page, with its token, for every tenant that waits to be set up. Not through the log, which is kept.</summary>
internal sealed class SetupAnnouncement(
    TenantStore store, SetupAddress address, AutoSetup autoSetup, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly HashSet<string> _announced = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            foreach (var settings in Waiting().Where(settings => _announced.Add(settings.Name)))
                await Console.Error.WriteLineAsync($"\n{settings.Name} is not set up yet. Open this address once:\n\n  {address.Of(settings)}\n");
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<ShellSettings> Waiting()
    {
        var waiting = store.List().Where(settings => settings.State == TenantState.Uninitialized);
        if (store.Find(Tenant.DefaultName) is null)
            waiting = waiting.Prepend(new ShellSettings { Name = Tenant.DefaultName });
        return waiting.Where(settings => !autoSetup.Covers(settings.Name));
    }
}
