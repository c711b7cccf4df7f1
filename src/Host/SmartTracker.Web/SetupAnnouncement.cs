using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Web;

/// <summary>Prints the address of the setup page, with its token, for every tenant that waits to be set up. Not through the log, which is kept.</summary>
internal sealed class SetupAnnouncement(
    TenantStore store, SetupTokens tokens, AutoSetup autoSetup, IServer server, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private readonly HashSet<string> _announced = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            foreach (var settings in Waiting().Where(settings => _announced.Add(settings.Name)))
                await Console.Error.WriteLineAsync($"\n{settings.Name} is not set up yet. Open this address once:\n\n  {Address(settings)}\n");
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

    private string Address(ShellSettings settings)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var address = BindingAddress.Parse(listening);
        var isAny = address.Host is "0.0.0.0" or "[::]" or "*" or "+";
        var host = settings.RequestUrlHost.Length > 0 ? settings.RequestUrlHost.Split(',')[0].Trim() : $"{(isAny ? "localhost" : address.Host)}:{address.Port}";
        var prefix = settings.RequestUrlPrefix.Length > 0 ? "/" + settings.RequestUrlPrefix : "";
        return $"{address.Scheme}://{host}{prefix}/setup?token={tokens.Of(settings.Name)}";
    }
}
