using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Web;

/// <summary>The addresses of shells with the same features. Which endpoint a path means is found here, once for all of them; who may call it and what
/// answers comes from the tenant's own services.</summary>
internal sealed class SharedRoutes
{
    private readonly RequestDelegate _match;

    public SharedRoutes(IServiceProvider template, IEnumerable<ModuleStartup> startups)
    {
        var app = new ApplicationBuilder(template);
        app.UseRouting();
        app.Use(answer =>
        {
            Answer = answer;
            return context => context.Features.GetRequiredFeature<TenantPart>().Invoke(context);
        });
        app.UseEndpoints(routes =>
        {
            Map(app, routes, startups);
            Endpoints = new FixedEndpoints([.. routes.DataSources.SelectMany(source => source.Endpoints)]);
        });
        _match = app.Build();
    }

    /// <summary>Goes on with what a tenant does between finding the endpoint and answering.</summary>
    private delegate Task TenantPart(HttpContext context);

    public EndpointDataSource Endpoints { get; private set; } = null!;

    /// <summary>Runs the endpoint that was found; ends every tenant's pipeline.</summary>
    public RequestDelegate Answer { get; private set; } = null!;

    /// <summary>Finds the endpoint and goes on with <paramref name="next"/>.</summary>
    public RequestDelegate Match(RequestDelegate next)
    {
        var part = new TenantPart(next);
        return context =>
        {
            context.Features.Set(part);
            return _match(context);
        };
    }

    private static void Map(ApplicationBuilder app, IEndpointRouteBuilder routes, IEnumerable<ModuleStartup> startups)
    {
        var actions = new Actions(app.ApplicationServices);
        actions.MapControllers();
        routes.DataSources.Add(new FixedEndpoints([.. actions.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(OfTenant)]));
        routes.MapGet("theme.css", AccentStylesheet.WriteAsync).WithMetadata(new AllowAnonymousAttribute());
        foreach (var startup in startups.OrderBy(startup => startup.ConfigureOrder))
            startup.Configure(app, routes, app.ApplicationServices);
        // Without an endpoint the fallback policy would send a mistyped address to the sign-in page.
        routes.MapFallback("{**path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithMetadata(new AllowAnonymousAttribute());
    }

    /// <summary>MVC's own delegate keeps the services of whoever calls it first.</summary>
    private static RouteEndpoint OfTenant(RouteEndpoint endpoint)
    {
        var action = endpoint.Metadata.GetRequiredMetadata<ControllerActionDescriptor>();
        return new RouteEndpoint(
            context => context.RequestServices.GetRequiredService<TenantActions>().InvokeAsync(context, action),
            endpoint.RoutePattern, endpoint.Order, endpoint.Metadata, endpoint.DisplayName);
    }

    private sealed class Actions(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }

    /// <summary>Never changes, so nothing of a tenant waits on it for a change.</summary>
    private sealed class FixedEndpoints(IReadOnlyList<Endpoint> endpoints) : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints => endpoints;

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }
}
