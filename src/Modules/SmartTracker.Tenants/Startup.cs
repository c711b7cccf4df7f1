using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Tenants;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermissionProvider, TenantPermissions>();
        services.AddScoped<INavigationProvider, TenantNavigation>();
        services.AddScoped<TenantCreation>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
