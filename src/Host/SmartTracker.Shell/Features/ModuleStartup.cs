using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Shell.Features;

/// <summary>A module's <c>Startup</c>, found by its name and shape as Orchard Core does.</summary>
internal sealed class ModuleStartup
{
    private readonly object _startup;
    private readonly Action<IServiceCollection> _configureServices;
    private readonly Action<IApplicationBuilder, IEndpointRouteBuilder, IServiceProvider> _configure;

    private ModuleStartup(object startup)
    {
        _startup = startup;
        _configureServices = Method("ConfigureServices").CreateDelegate<Action<IServiceCollection>>(startup);
        _configure = Method("Configure").CreateDelegate<Action<IApplicationBuilder, IEndpointRouteBuilder, IServiceProvider>>(startup);
    }

    public int Order => Number("Order");

    public int ConfigureOrder => Number("ConfigureOrder");

    public static ModuleStartup? Of(Feature feature)
    {
        var type = feature.Assembly.GetExportedTypes().SingleOrDefault(type => type.Name == "Startup");
        return type is null ? null : new ModuleStartup(Activator.CreateInstance(type)!);
    }

    public void ConfigureServices(IServiceCollection services) => _configureServices(services);

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) => _configure(app, routes, services);

    private int Number(string property) => (int)_startup.GetType().GetProperty(property)!.GetValue(_startup)!;

    private MethodInfo Method(string name) => _startup.GetType().GetMethod(name)
        ?? throw new InvalidOperationException($"{_startup.GetType().FullName} has no method {name}.");
}
