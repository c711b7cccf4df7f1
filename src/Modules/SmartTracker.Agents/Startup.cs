using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Access;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Downloads;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Agents.Fleet;
using SmartTracker.Agents.Pages;
using SmartTracker.Agents.Visits;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddOptions<AgentOptions>().BindConfiguration(AgentOptions.Section).ValidateDataAnnotations();
        services.AddModuleDbContext<AgentsDbContext>();
        services.AddScoped<AgentStore>().AddScoped<AgentPrinterStore>();
        services.AddScoped<AgentEnroller>().AddScoped<AgentRevoker>();
        services.AddScoped<PrinterAssigner>().AddScoped<PlanMaker>().AddScoped<AgentReports>();
        services.AddScoped<VisitReceiver>();
        services.AddSingleton<AgentPrograms>();
        services.AddScoped<AgentPages>().AddScoped<AgentWords>();

        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AgentKeyHandler>(AgentApiAttribute.Scheme, null);
        services.AddSingleton<IAuthorizationHandler, AgentKeyPermission>();
        services.Configure<MvcOptions>(options => options.Conventions.Add(new AgentConventions()));

        services.AddScoped<IPrinterReach, AgentReach>();
        services.AddScoped<IPrinterPagePart, PrinterReaderPart>();
        services.AddScoped<IAttentionSource, AgentAttention>();
        services.AddScoped<INavigationProvider, AgentNavigation>();
        services.AddSingleton<IPermissionProvider, AgentPermissions>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
