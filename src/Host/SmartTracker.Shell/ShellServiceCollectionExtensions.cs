using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Mail;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell;

public static class ShellServiceCollectionExtensions
{
    /// <summary>Adds the module host: every module that <paramref name="host"/> references, the tenants in <paramref name="dataFolder"/>.</summary>
    public static IServiceCollection AddSmartTrackerShell(this IServiceCollection services, Assembly host, IConfiguration configuration, string dataFolder)
    {
        var folder = new DataFolder(dataFolder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton(new HostConfiguration(configuration, folder.Path));
        TenantAddress.Configured(configuration[TenantAddress.PublicUrl]);
        services.AddSingleton(MailSettings.Read(configuration, folder));
        services.AddSingleton(FeatureCatalog.Of(host));
        services.AddSingleton(provider => new RecipeLibrary(
            provider.GetRequiredService<FeatureCatalog>(), configuration["SmartTracker:Recipes"] ?? Path.Combine(AppContext.BaseDirectory, "recipes")));
        services.AddSingleton<TenantStore>();
        services.AddSingleton<TenantConnections>();
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<ShellBuilder>();
        services.AddSingleton<ShellHost>();
        services.AddSingleton<TenantSetup>();
        services.AddSingleton<RecipeRunner>();
        services.AddSingleton<ITenants>(provider => provider.GetRequiredService<ShellHost>());
        services.AddHostedService<IdleShellRelease>();
        if (configuration.GetValue("SmartTracker:BackgroundWork", true))
            services.AddHostedService<TenantBackgroundServices>();
        // The web host sets the accessor's context only where it is registered with the host itself; tenants read the same one.
        services.AddHttpContextAccessor();
        // Tenants' containers are handed the host's meters.
        services.AddMetrics();
        return services;
    }
}
