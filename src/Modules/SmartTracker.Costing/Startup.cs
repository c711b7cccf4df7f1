using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Explanations;
using SmartTracker.Costing.Pages;
using SmartTracker.Costing.Publishing;
using SmartTracker.Costing.Rating;

namespace SmartTracker.Costing;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<CostingDbContext>();
        services.AddScoped<CostRulesStore>();
        services.AddScoped<RatedJobsStore>();
        services.AddScoped<CostRulesLock>();
        services.AddScoped<PrintJobsRater>();
        services.AddScoped<CostRulePublisher>();
        services.AddScoped<CostRulePages>();
        services.AddScoped<PriceTexts>();

        services.AddScoped<IPrintJobsStored>(provider => provider.GetRequiredService<PrintJobsRater>());
        services.AddScoped<IPrintJobPrices, PrintJobPrices>();
        services.AddScoped<IRatedJobs, RatedJobs>();
        services.AddScoped<IRecipeStep, CostRulesRecipeStep>();
        services.AddScoped<IVerification, CostingVerification>();
        services.AddScoped<IPermissionProvider, CostingPermissions>();
        services.AddScoped<INavigationProvider, CostingNavigation>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
