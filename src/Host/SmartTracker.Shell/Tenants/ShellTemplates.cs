using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Features;

namespace SmartTracker.Shell.Tenants;

/// <summary>A template for each choice of features that a shell was built with. They live as long as the host.</summary>
public sealed class ShellTemplates : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ShellTemplate>> _byFeatures = new(StringComparer.Ordinal);

    /// <param name="compose">The services of a shell that belongs to nobody.</param>
    internal ShellTemplate For(IEnumerable<Feature> features, IEnumerable<ModuleStartup> startups, Func<IServiceCollection> compose)
    {
        var key = string.Join('|', features.Select(feature => feature.Id));
        return _byFeatures.GetOrAdd(key, _ => new(() => new ShellTemplate(compose(), startups))).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in _byFeatures.Values.Where(template => template.IsValueCreated))
            await template.Value.DisposeAsync();
    }
}
