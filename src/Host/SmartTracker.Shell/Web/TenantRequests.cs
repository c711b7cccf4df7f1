using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Hands a request to its tenant: path base, services and pipeline are the tenant's from here on.</summary>
public sealed class TenantRequests(TenantStore store, ShellHost shells, FrontDesk desk)
{
    /// <summary>Stands for the Default tenant of an installation that has none yet.</summary>
    private static readonly ShellSettings Unborn = new() { Name = Tenant.DefaultName };

    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        var settings = store.Match(request.Host, request.Path) ?? Unborn;
        var (pathBase, path) = (request.PathBase, request.Path);
        try
        {
            if (settings.RequestUrlPrefix.Length > 0 && path.StartsWithSegments("/" + settings.RequestUrlPrefix, out var matched, out var rest))
                (request.PathBase, request.Path) = (pathBase + matched, rest.HasValue ? rest : "/");
            await AnswerAsync(context, settings);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }

    private Task AnswerAsync(HttpContext context, ShellSettings settings)
    {
        switch (settings.State)
        {
            case TenantState.Uninitialized:
                return desk.SetUpAsync(context, settings);
            case TenantState.Initializing:
                return desk.WaitAsync(context, settings);
            case TenantState.Running:
                return RunAsync(context, settings);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task RunAsync(HttpContext context, ShellSettings settings)
    {
        if (await StartAsync(context, settings) is not { } started)
            return;

        await using var use = started;
        var outside = context.Features.Get<IServiceProvidersFeature>();
        await using var scope = use.Shell.Services.CreateAsyncScope();
        try
        {
            context.Features.Set<IServiceProvidersFeature>(new RequestServices(scope.ServiceProvider));
            await use.Shell.Pipeline(context);
        }
        finally
        {
            context.Features.Set(outside);
        }
    }

    /// <summary>The tenant's shell, or null after answering that the tenant cannot start, which must not show other tenants or a stack trace.</summary>
    private async Task<ShellContainer.Use?> StartAsync(HttpContext context, ShellSettings settings)
    {
        try
        {
            return await shells.UseAsync(settings, context.RequestAborted);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await desk.UnavailableAsync(context, settings, exception);
            return null;
        }
    }
}
