using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Front;

/// <summary>One shell for all tenants that are not open, built on first need. It needs no database, so it also speaks when one is lost.</summary>
public sealed class FrontShell(IServiceProvider host) : IAsyncDisposable
{
    private readonly Lazy<ShellContainer> _shell = new(() => host.GetRequiredService<ShellBuilder>().BuildFront());

    /// <summary>Lets the front answer the request at the given path; the request is then as it was.</summary>
    internal async Task AnswerAsync(HttpContext context, FrontVisit visit, PathString path)
    {
        await using var scope = _shell.Value.Services.CreateAsyncScope();
        var services = context.Features.Get<IServiceProvidersFeature>();
        var (endpoint, values) = (context.GetEndpoint(), context.Request.RouteValues);
        var (pathBase, asked) = (context.Request.PathBase, context.Request.Path);
        try
        {
            context.Features.Set<IServiceProvidersFeature>(new RequestServices(scope.ServiceProvider));
            context.Features.Set(visit);
            context.SetEndpoint(null);
            context.Request.RouteValues = [];
            (context.Request.PathBase, context.Request.Path) = (visit.PathBase, path);
            await _shell.Value.Pipeline(context);
        }
        finally
        {
            (context.Request.PathBase, context.Request.Path) = (pathBase, asked);
            context.Request.RouteValues = values;
            context.SetEndpoint(endpoint);
            context.Features.Set(services);
        }
    }

    /// <summary>Asks services of the front, such as the rules for a first user.</summary>
    internal T Ask<T>(Func<IServiceProvider, T> question)
    {
        using var scope = _shell.Value.Services.CreateScope();
        return question(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shell.IsValueCreated)
            await _shell.Value.RetireAsync();
    }
}

/// <summary>Whose door somebody stands before.</summary>
internal sealed record FrontVisit(ShellSettings Settings, PathString PathBase);

/// <summary>Services of the shell that answers.</summary>
internal sealed class RequestServices(IServiceProvider services) : IServiceProvidersFeature
{
    IServiceProvider IServiceProvidersFeature.RequestServices { get; set; } = services;
}
