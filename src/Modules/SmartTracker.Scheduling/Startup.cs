using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.BackgroundJobs;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Requests;
using SmartTracker.Scheduling.Running;
using SmartTracker.Scheduling.Server;

namespace SmartTracker.Scheduling;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<SchedulingDbContext>();
        services.AddScoped<DueWorkStore>();
        services.AddScoped<WorkRegistrar>();
        services.AddScoped<DueWorkDispatcher>();
        services.AddScoped<WorkRequests>();
        services.AddScoped<IWorkRequests>(provider => provider.GetRequiredService<WorkRequests>());
        services.AddScoped<BackgroundJobQuery>();
        services.AddSingleton<Leases>();
        services.AddSingleton<DueWorkRunner>();
        services.AddSingleton<IPermissionProvider, SchedulingPermissions>();
        services.AddScoped<INavigationProvider, SchedulingNavigation>();
        // Every tenant's container registers it; the host starts only the Default tenant's, so there is one server.
        services.AddSingleton<IHostedService, BackgroundJobServerService>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
