using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Shell.Tenants;

/// <summary>What shells with the same features share because it knows no tenant: compiled views, where they are found, metadata of models. It is
/// most of what a shell would keep in memory, and of what its first request waits for. Nothing that holds settings, keys, cookies, filters or
/// endpoints is shared: those stay each tenant's own.</summary>
public sealed class ShellTemplates : IAsyncDisposable
{
    private static readonly Type[] Shared = [typeof(IViewCompilerProvider), typeof(IRazorPageFactoryProvider), typeof(IRazorViewEngine), typeof(IModelMetadataProvider)];

    private readonly ConcurrentDictionary<string, Lazy<ServiceProvider>> _byFeatures = new(StringComparer.Ordinal);

    /// <param name="compose">The services of a shell that belongs to nobody; it lives as long as the host.</param>
    internal void Share(IServiceCollection services, IReadOnlyList<Feature> features, Func<IServiceCollection> compose)
    {
        var key = string.Join('|', features.Select(feature => feature.Id));
        var template = _byFeatures.GetOrAdd(key, _ => new(() => compose().BuildServiceProvider())).Value;
        foreach (var type in Shared)
        {
            var instance = template.GetRequiredService(type);
            // A module that brings its own may keep a tenant in it.
            if (instance.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
                services.Replace(ServiceDescriptor.Singleton(type, instance));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in _byFeatures.Values.Where(template => template.IsValueCreated))
            await template.Value.DisposeAsync();
    }
}
