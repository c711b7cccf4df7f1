using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Hands a request to its tenant: services, path base and pipeline are the tenant's from here on.</summary>
public sealed class TenantMiddleware(RequestDelegate next, TenantStore store, ShellHost shells)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = ShellRouter.Match(store.List(), context.Request.Host, context.Request.Path);
        switch (settings?.State)
        {
            case null or TenantState.Uninitialized:
                await next(context);
                return;
            case TenantState.Initializing:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "10";
                await context.Response.WriteAsync("This site is being set up. Try again in a moment.");
                return;
            case TenantState.Disabled:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }

        await using var use = await shells.UseAsync(settings, context.RequestAborted);
        var outside = context.Features.Get<IServiceProvidersFeature>();
        await using var scope = use.Shell.Services.CreateAsyncScope();
        var (pathBase, path) = (context.Request.PathBase, context.Request.Path);
        try
        {
            context.Features.Set<IServiceProvidersFeature>(new TenantServices(scope.ServiceProvider));
            if (settings.RequestUrlPrefix.Length > 0 && path.StartsWithSegments("/" + settings.RequestUrlPrefix, out var matched, out var rest))
            {
                context.Request.PathBase = pathBase + matched;
                context.Request.Path = rest.HasValue ? rest : "/";
            }

            await use.Shell.Pipeline(context);
        }
        finally
        {
            (context.Request.PathBase, context.Request.Path) = (pathBase, path);
            context.Features.Set(outside);
        }
    }

    private sealed class TenantServices(IServiceProvider services) : IServiceProvidersFeature
    {
        public IServiceProvider RequestServices { get; set; } = services;
    }
}
