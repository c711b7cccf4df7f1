using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Reports.Fleet;
using SmartTracker.Reports.Overview;

namespace SmartTracker.Reports;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<OverviewPages>();
        services.AddScoped<MonthPages>();
        services.AddScoped<FleetPages>();
        services.AddScoped<FleetReader>();
        services.AddScoped<FleetRows>();
        services.AddScoped<FleetStats>();
        services.AddScoped<FleetHeadings>();
        services.AddScoped<FleetWords>();
        services.AddScoped<UsageReader>();
        services.AddScoped<MonthFiguresReader>();
        services.AddScoped<UsageStats>();
        services.AddScoped<UsageCharts>();
        services.AddScoped<AttentionList>();
        services.AddScoped<MonthTitle>();
        services.AddScoped<UsageShares>();
        services.AddScoped<MenuLinks>();
        services.AddSingleton<Days>();
        services.AddScoped<INavigationProvider, ReportNavigation>();
        services.AddScoped<ISearchProvider, CustomerSearch>();
        services.AddSingleton<IPermissionProvider, ReportPermissions>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
