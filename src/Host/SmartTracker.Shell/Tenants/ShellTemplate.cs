using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Web;

namespace SmartTracker.Shell.Tenants;

/// <summary>What shells with the same features share because it knows no tenant: addresses, compiled views, where they are found, metadata of
/// models. It is most of what a shell would keep in memory, and of what its first request waits for. Nothing that holds settings, keys,
/// cookies, schemes or filters is shared: those stay each tenant's own.</summary>
internal sealed class ShellTemplate : IAsyncDisposable
{
    private static readonly Type[] Shared =
        [typeof(IViewCompilerProvider), typeof(IRazorPageFactoryProvider), typeof(IRazorViewEngine), typeof(IModelMetadataProvider), typeof(LinkGenerator)];

    private readonly ServiceProvider _services;

    public ShellTemplate(IServiceCollection services, IEnumerable<ModuleStartup> startups)
    {
        _services = services.BuildServiceProvider();
        Routes = new SharedRoutes(_services, startups);
    }

    public SharedRoutes Routes { get; }

    public void ShareWith(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(Routes.Endpoints));
        foreach (var type in Shared)
        {
            var instance = _services.GetRequiredService(type);
            // A module that brings its own may keep a tenant in it.
            if (instance.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
                services.Replace(ServiceDescriptor.Singleton(type, instance));
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
