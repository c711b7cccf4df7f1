using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Hands a request to its tenant: services, path base and pipeline are the tenant's from here on.</summary>
public sealed partial class TenantMiddleware(RequestDelegate next, TenantStore store, ShellHost shells, ILogger<TenantMiddleware> logger)
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

        if (await StartAsync(settings, context) is not { } started)
            return;

        await using var use = started;
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

    /// <summary>The tenant's shell, or null after answering that the tenant cannot start, which must not show other tenants or a stack trace.</summary>
    private async Task<ShellContainer.Use?> StartAsync(ShellSettings settings, HttpContext context)
    {
        try
        {
            return await shells.UseAsync(settings, context.RequestAborted);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotStarted(logger, settings.Name, context.TraceIdentifier, exception);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            await context.Response.WriteAsync($"This site cannot start at the moment. Try again later; if it stays so, quote the reference {context.TraceIdentifier}.");
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant {Tenant} could not start for request {Reference}.")]
    private static partial void LogNotStarted(ILogger logger, string tenant, string reference, Exception exception);

    private sealed class TenantServices(IServiceProvider services) : IServiceProvidersFeature
    {
        public IServiceProvider RequestServices { get; set; } = services;
    }
}
