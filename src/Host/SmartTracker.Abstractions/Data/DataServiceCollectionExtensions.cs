using Microsoft.Extensions.DependencyInjection;

namespace SmartTracker.Abstractions.Data;

public static class DataServiceCollectionExtensions
{
    /// <summary>Registers a module's context on the scope's connection.</summary>
    public static IServiceCollection AddModuleDbContext<TContext>(this IServiceCollection services)
        where TContext : ModuleDbContext =>
        services.AddDbContext<TContext>((provider, options) => provider.GetRequiredService<ITenantDatabase>().Configure(options));
}
