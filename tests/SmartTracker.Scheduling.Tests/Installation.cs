using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Domain;
using SmartTracker.Scheduling.Running;
using SmartTracker.Shell.Features;
using SmartTracker.TestHost;
using SmartTracker.Web;

namespace SmartTracker.Scheduling.Tests;

/// <summary>A running host with the Default tenant and the works of this assembly, and the steps of the scheduler one by one.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private Installation(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public Script Script => Script.Of(Host.Services.GetRequiredService<HostConfiguration>());

    public Leases Leases => InDefaultShell<Leases>();

    public static async Task<Installation> StartAsync(
        DatabaseEngine engine, TimeProvider? time = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var installation = new Installation(await RunningHost.StartAsync(engine, settings, time, AddTestModule));
        await installation.Host.CreateTenantAsync(Tenant.DefaultName);
        return installation;
    }

    /// <summary>Starts again with the server, which has done nothing of what is there already: what a test sees, this server did.</summary>
    public Task StartServerAsync() => Host.RestartAsync(new Dictionary<string, string?> { ["SmartTracker:BackgroundWork"] = "true" });

    public Task CreateTenantAsync(string name) =>
        Host.CreateTenantAsync(name, """[{ "name": "feature", "enable": ["SmartTracker.Scheduling.Tests"] }]""");

    public Task<IReadOnlyList<Batch>> DispatchAsync() =>
        Host.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<DueWorkDispatcher>().DispatchAsync(CancellationToken.None));

    public Task RunAsync(string tenant, params string[] works) => RunAsync(new Batch(tenant, works), CancellationToken.None);

    public Task RunAsync(Batch batch, CancellationToken stopping) => InDefaultShell<DueWorkRunner>().RunAsync(batch.Tenant, batch.Works, stopping);

    public async Task<DueWork> WorkAsync(string tenant, string work) =>
        (await WorksAsync(tenant)).Single(row => row.Work == work);

    public Task<IReadOnlyList<DueWork>> WorksAsync(string tenant) =>
        Host.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<DueWorkStore>().ListAsync(tenant, CancellationToken.None));

    /// <summary>As if another host had taken the lease.</summary>
    public Task StealAsync(string tenant, string work) => Host.InTenantAsync(Tenant.DefaultName, services =>
        services.GetRequiredService<SchedulingDbContext>().DueWork.Where(row => row.Tenant == tenant && row.Work == work)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseOwner, (Guid?)Guid.CreateVersion7())));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A singleton that outlives the scope it was found in.</summary>
    private T InDefaultShell<T>()
        where T : class => Host.InTenantAsync(Tenant.DefaultName, services => Task.FromResult(services.GetRequiredService<T>())).GetAwaiter().GetResult();

    private static void AddTestModule(IServiceCollection services)
    {
        var manifest = typeof(Script).Assembly.GetCustomAttribute<ModuleAttribute>()!;
        var works = new Feature(manifest.Id, manifest.Name, manifest.Description, manifest.Category, [], false, false, false, typeof(Script).Assembly);
        services.Replace(ServiceDescriptor.Singleton(new FeatureCatalog(FeatureCatalog.Of(typeof(SmartTrackerHost).Assembly).All.Append(works))));
    }
}
