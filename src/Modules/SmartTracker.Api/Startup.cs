using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Api.Access;
using SmartTracker.Api.Data;
using SmartTracker.Api.Description;
using SmartTracker.Api.Json;
using SmartTracker.Api.Keys;
using SmartTracker.Api.Rules;

namespace SmartTracker.Api;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().Configure<HostConfiguration>((options, host) => host.Values.GetSection(ApiOptions.Section).Bind(options)).ValidateDataAnnotations();
        services.AddModuleDbContext<ApiDbContext>();
        services.AddScoped<ApiKeyStore>().AddScoped<AnswerStore>().AddScoped<ApiKeyIssuer>();
        services.AddScoped<INavigationProvider, ApiNavigation>();
        services.AddScoped<IPermissionProvider, ApiPermissions>();
        AddAccess(services);
        AddRules(services);
        ApiDescription.Add(services);
    }

    // Without a sign-in: it says what any installation can do, and nothing of this one.
    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        routes.MapOpenApi("openapi/{documentName}.json").WithMetadata(new AllowAnonymousAttribute());

    private static void AddAccess(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiAttribute.Scheme, null);
        services.AddScoped<IAuthorizationHandler, ApiKeyPermissions>();
        services.AddScoped<ApiKeyCheck>();
        services.AddSingleton<ApiKeyUses>().AddSingleton<RequestRate>();
    }

    private static void AddRules(IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.Conventions.Add(new ApiConventions()));
        services.Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory = InvalidRequest.Answer);
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.JsonSerializerOptions));
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
    }
}
