using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Data;
using SmartTracker.Shell.Features;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Mail;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;
using SmartTracker.Shell.Web;

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
        services.AddSingleton<FeatureWords>();
        services.AddSingleton(provider => new RecipeLibrary(
            provider.GetRequiredService<FeatureCatalog>(),
            configuration["SmartTracker:Recipes"] ?? Path.Combine(AppContext.BaseDirectory, "recipes"),
            provider.GetRequiredService<ILogger<RecipeLibrary>>()));
        services.AddSingleton<SetupRecipes>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<TenantConnections>();
        services.AddSingleton<TenantDatabases>();
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<ShellTemplates>();
        services.AddSingleton<ShellBuilder>();
        services.AddSingleton<ShellHost>();
        services.AddSingleton<TenantSetup>();
        services.AddSingleton<TenantEditing>();
        services.AddSingleton<ITenantWords, TenantWords>();
        services.AddSingleton<RecipeRunner>();
        services.AddSingleton<ITenants>(provider => provider.GetRequiredService<ShellHost>());
        services.AddSingleton<ITenantForwarding, TenantForwarding>();
        AddFront(services);
        services.AddHostedService<IdleShellRelease>();
        services.AddHostedService<TenantWatch>();
        if (configuration.GetValue("SmartTracker:BackgroundWork", true))
            services.AddHostedService<TenantBackgroundServices>();
        // The web host sets the accessor's context only where it is registered with the host itself; tenants read the same one.
        services.AddHttpContextAccessor();
        // Tenants' containers are handed the host's meters.
        services.AddMetrics();
        // For what the host itself says of tenants and recipes.
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        return services;
    }

    /// <summary>From here on every request belongs to a tenant.</summary>
    public static void RunTenants(this IApplicationBuilder app)
    {
        var requests = app.ApplicationServices.GetRequiredService<TenantRequests>();
        app.Run(requests.AnswerAsync);
    }

    private static void AddFront(IServiceCollection services)
    {
        services.AddSingleton<FrontShell>();
        services.AddSingleton<FrontDesk>();
        services.AddSingleton<TenantRequests>();
        services.AddSingleton<SetupTokens>();
        services.AddSingleton<SetupAddress>();
        services.AddSingleton<AutoSetup>();
        services.AddHostedService<AutoSetupStart>();
    }
}
